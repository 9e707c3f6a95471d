"""Why a plan leaves needs unserved: for each what is missing, and the one reason that tells most."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from .problem import Line, Pair, Problem
from .rooms import Room


class Reason(StrEnum):
    """Why a need is not wholly served. `shortfalls` tests them in this order, and the first that holds is the answer.

    First what no plan could change, from the candidates' quantities before any plan; then what this plan leaves.
    """

    NO_CANDIDATE = "NO_CANDIDATE"  # no resource could serve it
    QUANTITY_SHORT = "QUANTITY_SHORT"  # all its candidates together have too little
    INDIVISIBLE = "INDIVISIBLE"  # they have enough, but no single one has, and it cannot be shared
    NOT_WORTH_IT = "NOT_WORTH_IT"  # a candidate could give more still, but the plan is worth more without
    CARRIERS_FULL = "CARRIERS_FULL"  # candidates have enough left, but their partners can carry no further claim
    CANDIDATES_TAKEN = "CANDIDATES_TAKEN"  # the plan gives all candidates to others


@dataclass(frozen=True, slots=True)
class Shortfall:
    """The index of a need, how many of its units nobody gives, and why."""

    demand: int
    missing: int
    reason: Reason


def shortfalls(problem: Problem, lines: Sequence[Line]) -> list[Shortfall]:
    """Explain every need that a plan without violations does not serve wholly, in the order of the needs."""
    given: Counter[int] = Counter()
    room = Room(problem)
    for line in lines:
        given[problem.pairs[line.pair].demand] += line.amount
        room.put(line)
    candidates: list[list[int]] = [[] for _ in problem.demands]
    for index, pair in enumerate(problem.pairs):
        candidates[pair.demand].append(index)
    chosen = {line.pair for line in lines}
    missing = [(index, demand.quantity - given[index]) for index, demand in enumerate(problem.demands)]
    return [
        Shortfall(demand, units, _reason(problem, room, candidates[demand], chosen))
        for demand, units in missing
        if units > 0
    ]


def _reason(problem: Problem, room: Room, candidates: Sequence[int], chosen: set[int]) -> Reason:
    before = _before(problem, [problem.pairs[index] for index in candidates])
    if before:
        return before
    new = [problem.pairs[index] for index in candidates if index not in chosen]
    more = [problem.pairs[index] for index in candidates if index in chosen]
    if any(room.amount(pair) for pair in new) or any(pair.taken is not None or room.units(pair) for pair in more):
        return Reason.NOT_WORTH_IT
    return Reason.CARRIERS_FULL if any(room.stock(pair) for pair in new) else Reason.CANDIDATES_TAKEN


def _before(problem: Problem, candidates: Sequence[Pair]) -> Reason | None:
    """The reason that holds whatever is planned, if one does."""
    if not candidates:
        return Reason.NO_CANDIDATE
    demand = problem.demands[candidates[0].demand]
    most = [_most(problem, pair) for pair in candidates]
    if sum(most) < demand.quantity:
        return Reason.QUANTITY_SHORT
    return None if demand.divisible or max(most) >= demand.quantity else Reason.INDIVISIBLE


def _most(problem: Problem, pair: Pair) -> int:
    """How much of the need a candidate could give if it were its only one."""
    needed, left = problem.demands[pair.demand].quantity, problem.supplies[pair.supply].quantity
    if pair.taken is None:
        return min(needed, left)
    return needed if pair.taken <= left else 0
