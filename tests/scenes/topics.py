"""Topics in every state."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from make import id_of, make_deadline, make_deliberation, make_extension, make_topic, make_whistle

from db.machines import actors
from db.machines.topics import OPEN, WORKING
from db.models import Deadline, Topic
from db.models.base import Base
from db.models.handling import DeadlineKind
from db.models.states import Role
from resolvers.errors import ErrorCode

from .claims import make_met_need
from .scene import USUAL, Scene, lead, shown
from .town import REQUIRED_ROLES, Person, Side, Town
from .whistles import lead_whistle

NOW = datetime.now(UTC)
REVIEW = (NOW + timedelta(days=30)).date()
MET, FAILED, HARDSHIP = "with what it took done", "with what it took failed", "of hardship"

BEFORE = {
    "ACCEPTED": "SUBMITTED",
    "RETURNED": "SUBMITTED",
    "MERGED": "SUBMITTED",
    "DELIBERATING": "ACCEPTED",
    "RESOLVED": "DELIBERATING",
    "NEED_POSTED": "RESOLVED",
    "WHISTLED": "RESOLVED",
    "HANDLED": "NEED_POSTED",
    "VERIFIED": "HANDLED",
    "CLOSED": "VERIFIED",
    "REWORK": "HANDLED",
    "REOPENED": "CLOSED",
}
VARIANTS = {
    "ACCEPTED": ("", HARDSHIP),
    "NEED_POSTED": (MET, FAILED),
    "WHISTLED": (MET, FAILED),
    "SUSPENDED": WORKING,
}


async def topic(town: Town, state: str, variant: str) -> Scene:
    """A topic, with its running deadline and, from its deliberation on, a resolution."""
    category = "HARDSHIP" if variant == HARDSHIP else "ELDERLY_CARE"
    reporter = town.people[Person(Role.RESIDENT)].id
    row = await make_topic(town.session, town.branch, reporter_id=reporter, category=category)
    await lead(town, row, variant if state == "SUSPENDED" else state, BEFORE, ENTRIES)
    clock = await _clock(town, row)
    if state == "SUSPENDED" and clock:
        await suspend(town, row, clock)
    if state in ("NEED_POSTED", "WHISTLED") and variant == MET:
        await SETTLING[state](town, row)
    await shown(town, row)
    other = await make_topic(town.session, town.branch)
    failed = {"HANDLE_TOPIC": ErrorCode.NOT_SETTLED} if variant == FAILED else {}
    met = {"RECONSIDER_TOPIC": ErrorCode.NOT_SETTLED} if variant == MET else {}
    marked = {"RESTRICT_TOPIC" if row.restricted else "UNRESTRICT_TOPIC": ErrorCode.UNCHANGED}
    supports = ("SUPPORT_TOPIC", Person(Role.RESIDENT))
    concerned = (actors.SUPPORTER, actors.RESIDENT)
    chain = {actor: frozenset(one for one in USUAL[actor] if one.side is Side.OURS) for actor in concerned}
    return Scene(
        row,
        may=chain if variant == HARDSHIP else {},
        blocked=failed | met | marked,
        barred={supports: ErrorCode.ALREADY_EXISTS},
        lands={"RESUME_TOPIC": variant},
        named={"into": id_of(other), "branch": id_of(town.branch)},
    )


async def suspend(town: Town, row: Topic, clock: Deadline) -> None:
    """Let a topic and its handling time stand still, with an approved request."""
    by, other = town.colleague(Role.GRID_SECRETARY), town.colleague(Role.SUBDISTRICT_ADMIN)
    request = await make_extension(town.session, clock, by, review_on=REVIEW)
    await town.put(request, status="APPROVED", decided_by=other.id, decided_at=NOW)
    await town.put(clock, status="SUSPENDED", suspended_at=NOW, next_at=None)
    await town.put(row, status="SUSPENDED", suspended_from=str(row.status), review_on=REVIEW)


async def _clock(town: Town, row: Topic) -> Deadline | None:
    if str(row.status) not in OPEN:
        return None
    kind = DeadlineKind.HANDLE_TOPIC if str(row.status) in WORKING else DeadlineKind.ACCEPT_TOPIC
    return await make_deadline(town.session, row, kind, working_days=7)


async def _merged(town: Town, row: Topic) -> Mapping[str, Any]:
    return {"merged_into_id": (await make_topic(town.session, town.branch)).id}


async def _talked(town: Town, row: Topic) -> Mapping[str, Any]:
    await make_deliberation(town.session, row, *REQUIRED_ROLES)
    return {}


async def _handled(town: Town, row: Topic) -> Mapping[str, Any]:
    return {"handler_id": town.colleague(Role.GRID_WORKER).id, "outcome": "已加装", "evidence": "照片三张"}


async def _verified(town: Town, row: Topic) -> Mapping[str, Any]:
    return {"verifier_id": town.colleague(Role.GRID_SECRETARY).id}


async def _asked(town: Town, row: Base) -> Mapping[str, Any]:
    return {"follow_up": "SATISFIED"}


async def _unverified(town: Town, row: Topic) -> Mapping[str, Any]:
    return {"verifier_id": None}


async def _whistled(town: Town, row: Topic) -> None:
    """Let a whistle of the topic be done."""
    await lead_whistle(town, await make_whistle(town.session, town.branch, topic_id=row.id), "DONE")


async def _needed(town: Town, row: Topic) -> None:
    """Let a need of the topic be fulfilled."""
    await make_met_need(town, topic_id=row.id)


SETTLING = {"NEED_POSTED": _needed, "WHISTLED": _whistled}
ENTRIES = {
    "MERGED": _merged,
    "DELIBERATING": _talked,
    "HANDLED": _handled,
    "VERIFIED": _verified,
    "CLOSED": _asked,
    "REWORK": _unverified,
    "REOPENED": _unverified,
}
