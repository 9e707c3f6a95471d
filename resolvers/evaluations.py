"""Ratings: of a topic's outcome, of both sides of a claim, of how a need was fulfilled."""

from typing import TypedDict, Unpack

from sqlalchemy.ext.asyncio import AsyncSession

from db.machines import claims, needs, topics
from db.models import Claim, Evaluation, Need, Topic
from db.models.handling import EvaluationSide
from db.viewer import Viewer

from . import checks
from .acting import begin, enter
from .checks import clean
from .errors import refusing

SCORES = (1, 5)


class Rating(TypedDict, total=False):
    """What a rating says."""

    solved: bool
    satisfied: bool
    score: int
    comment: str | None


RATING = {
    "solved": checks.anything,
    "satisfied": checks.anything,
    "score": checks.whole(*SCORES),
    "comment": checks.prose(),
}


async def rate_topic(session: AsyncSession, viewer: Viewer, *, topic_id: str, **rating: Unpack[Rating]) -> Evaluation:
    """Rate what came of a topic.

    May: residents who see it, once each. Refused: INVALID_STATE until it is handled; ALREADY_EXISTS.
    """
    topic = await begin(session, viewer, topics.RATE, Topic, topic_id)
    return await _rate(session, viewer, EvaluationSide.RESIDENT_RATES_OUTCOME, rating, topic)


async def rate_partner(session: AsyncSession, viewer: Viewer, *, claim_id: str, **rating: Unpack[Rating]) -> Evaluation:
    """Rate the side of a claim that gave.

    May: the side that received, once. Refused: INVALID_STATE unless confirmed or defaulted; ALREADY_EXISTS;
    SELF_EVALUATION.
    """
    claim = await begin(session, viewer, claims.RATE_PARTNER, Claim, claim_id)
    return await _rate(session, viewer, EvaluationSide.BRANCH_RATES_PARTNER, rating, claim)


async def rate_branch(session: AsyncSession, viewer: Viewer, *, claim_id: str, **rating: Unpack[Rating]) -> Evaluation:
    """Rate the side of a claim that received. May: the side that gave, once. Refused: as by `rate_partner`."""
    claim = await begin(session, viewer, claims.RATE_BRANCH, Claim, claim_id)
    return await _rate(session, viewer, EvaluationSide.PARTNER_RATES_BRANCH, rating, claim)


async def evaluate_need(session: AsyncSession, viewer: Viewer, *, need_id: str, **rating: Unpack[Rating]) -> Evaluation:
    """Rate how a need was fulfilled; with it the need has come to its end.

    May: who may post for its party. Refused: INVALID_STATE unless fulfilled; SELF_EVALUATION for who gave.
    """
    need = await begin(session, viewer, needs.EVALUATE, Need, need_id)
    evaluation = await _rate(session, viewer, EvaluationSide.OWNER_RATES_NEED, rating, need)
    await enter(session, need, needs.EVALUATE)
    return evaluation


async def _rate(
    session: AsyncSession, viewer: Viewer, side: EvaluationSide, rating: Rating, about: Claim | Topic | Need
) -> Evaluation:
    evaluation = Evaluation(
        subdistrict_id=about.subdistrict_id,
        side=side,
        created_by=viewer.account_id,
        **{f"{about.__tablename__}_id": about.id},
        **clean(RATING, rating),
    )
    session.add(evaluation)
    with refusing():
        await session.flush()
    return evaluation
