"""Matching plans: made from the whole network of a subdistrict, stored with their reasons, adopted as claims."""

import asyncio
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import isfinite
from time import perf_counter
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import MatchingPlan, PlanLine, UnservedNeed
from db.models.states import PlanMethod, UnservedReason
from db.viewer import Viewer

from . import checks
from .assignment.explaining import Shortfall, shortfalls
from .assignment.greedy import greedy
from .assignment.problem import Line, Options, Problem, objective, taken, total
from .assignment.stable import stable
from .checks import Check, clean
from .errors import ErrorCode, UserError
from .permissions import ADMINISTERING
from .plan_networks import Network, network_of
from .plan_reasons import sentence

USUAL = Options()
MOST_WEIGHT = 10  # a line is worth 1 at most, so that ten of them outweigh all that anybody would wish for
MOST_SECONDS = 60
MOST_CANDIDATES = 50
SPARE_SECONDS = 60  # that a solver may take beyond its limit, to build its model and to stop


def _weight(value: float) -> float:
    if not 0 <= value <= MOST_WEIGHT:
        raise UserError(ErrorCode.OUT_OF_RANGE, least=0, most=MOST_WEIGHT)
    return value


OPTIONS = {
    "fairness": Check(_weight, nullable=True, cleared=USUAL.fairness),
    "reach": Check(_weight, nullable=True, cleared=USUAL.reach),
    "time_limit_seconds": checks.whole(1, MOST_SECONDS)._replace(nullable=True, cleared=20),
    "candidates_per_need": checks.whole(1, MOST_CANDIDATES)._replace(nullable=True, cleared=20),
    "stable": Check(bool, nullable=True, cleared=False),
}


@dataclass(frozen=True)
class Made:
    """A plan that was made: its lines, what is missing and why, and the figures that are stored with it."""

    method: PlanMethod
    lines: Sequence[Line]
    missing: Sequence[Shortfall]
    figures: dict[str, Any]  # Any: columns' values


async def propose(
    session: AsyncSession,
    viewer: Viewer,
    *,
    fairness: float | None = None,
    reach: float | None = None,
    time_limit_seconds: int | None = None,
    candidates_per_need: int | None = None,
    stable: bool | None = None,
) -> MatchingPlan:
    """Plan the subdistrict: the best for all together, or the stable one; nothing is claimed by it.

    May: administrators of the subdistrict. Refused: OUT_OF_RANGE, NOT_POSITIVE; IN_PROGRESS while another plan of the
    same subdistrict is being made.
    """
    if viewer.role not in ADMINISTERING or viewer.subdistrict_id is None:
        raise UserError(ErrorCode.FORBIDDEN)
    given = {"fairness": fairness, "reach": reach, "time_limit_seconds": time_limit_seconds}
    options = clean(OPTIONS, given | {"candidates_per_need": candidates_per_need, "stable": stable})
    await _begin(session, viewer.subdistrict_id, options["time_limit_seconds"])
    network = await network_of(session, viewer.subdistrict_id, options["candidates_per_need"])
    made = await asyncio.to_thread(make, network.problem, options)
    return await _store(session, viewer, network, made, options)


async def _begin(session: AsyncSession, subdistrict_id: UUID, seconds: int) -> None:
    """Be the only one who plans the subdistrict, in a transaction that waits idly while a thread solves."""
    key = func.hashtextextended(f"matching_plan {subdistrict_id}", 0)
    if not await session.scalar(select(func.pg_try_advisory_xact_lock(key))):
        raise UserError(ErrorCode.IN_PROGRESS)
    patience = f"{seconds + SPARE_SECONDS}s"
    await session.execute(select(func.set_config("idle_in_transaction_session_timeout", patience, True)))


def make(problem: Problem, options: dict[str, Any]) -> Made:  # Any: checked values, as in OPTIONS
    """Solve a problem; it takes up to `time_limit_seconds`, and belongs into a thread."""
    weights = Options(options["fairness"], options["reach"], options["time_limit_seconds"])
    method = PlanMethod.STABLE if options["stable"] else PlanMethod.OPTIMAL
    lines, figures = _stable(problem, weights) if options["stable"] else _optimal(problem, weights)
    figures["greedy_objective"] = objective(problem, weights, greedy(problem))
    return Made(method, lines, shortfalls(problem, lines), figures)


def _optimal(problem: Problem, weights: Options) -> tuple[Sequence[Line], dict[str, Any]]:  # Any: as Made.figures
    from .assignment.optimum import optimum  # noqa: PLC0415 - a server's start never needs its solver

    best = optimum(problem, weights)
    figures = {name: getattr(best, name) for name in ("objective", "bound", "proven", "timed_out", "seconds")}
    return best.lines, figures | {"total_score": best.total, "gap": best.gap if isfinite(best.gap) else None}


def _stable(problem: Problem, weights: Options) -> tuple[Sequence[Line], dict[str, Any]]:  # Any: as Made.figures
    begun = perf_counter()
    lines = stable(problem)
    seconds = perf_counter() - begun
    figures = {"objective": objective(problem, weights, lines), "total_score": total(problem, lines)}
    return lines, figures | {"proven": False, "timed_out": False, "seconds": seconds}


async def _store(
    session: AsyncSession,
    viewer: Viewer,
    network: Network,
    made: Made,
    options: dict[str, Any],  # Any: checked values
) -> MatchingPlan:
    problem = network.problem
    counts = {"needs": len(network.needs), "resources": len(network.resources), "candidates": len(problem.pairs)}
    asked = {name: value for name, value in options.items() if name != "stable"}
    by = {"subdistrict_id": viewer.subdistrict_id, "created_by": viewer.account_id}
    plan = MatchingPlan(**by, method=made.method, **asked, **counts, **made.figures)
    session.add(plan)
    await session.flush()
    session.add_all([*_lines(plan, network, made), *_unserved(plan, network, made)])
    await session.flush()
    return plan


def _lines(plan: MatchingPlan, network: Network, made: Made) -> Iterator[PlanLine]:
    for line in made.lines:
        candidate, window = network.candidates[line.pair], network.windows[line.pair]
        yield PlanLine(
            subdistrict_id=plan.subdistrict_id,
            plan_id=plan.id,
            need_id=candidate.need_id,
            resource_id=candidate.resource_id,
            partner_id=candidate.partner_id,
            quantity=line.amount,
            resource_quantity=taken(network.problem, line),
            score=candidate.score,
            because=candidate.because,
            because_english=candidate.because_english,
            starts_at=window and window.starts_at,
            ends_at=window and window.ends_at,
        )


def _unserved(plan: MatchingPlan, network: Network, made: Made) -> Iterator[UnservedNeed]:
    candidates = Counter(pair.demand for pair in network.problem.pairs)
    for short in made.missing:
        need, reason = network.needs[short.demand], UnservedReason(short.reason)
        numbers = {"needed": need.left, "missing": short.missing, "candidates": candidates[short.demand]}
        because = sentence(made.method, reason, unit=need.unit, **numbers)
        yield UnservedNeed(
            subdistrict_id=plan.subdistrict_id,
            plan_id=plan.id,
            need_id=need.id,
            quantity=short.missing,
            reason=reason,
            because=because.zh,
            because_english=because.en,
        )
