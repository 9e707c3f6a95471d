"""Whether a plan keeps every rule, and who would leave a stable one; written without looking at how plans are made."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from .problem import Line, Pair, Problem, taken


def violations(problem: Problem, lines: Sequence[Line]) -> list[str]:
    """Say every rule that the lines break, in one sentence each; nothing for a plan that could be carried out."""
    unknown = [f"line of unknown pair {line.pair}" for line in lines if not 0 <= line.pair < len(problem.pairs)]
    if unknown:
        return unknown
    return [
        *_repeated(lines),
        *_wrong_amounts(problem, lines),
        *_demands_exceeded(problem, lines),
        *_supplies_exceeded(problem, lines),
        *_carriers_exceeded(problem, lines),
    ]


def _repeated(lines: Sequence[Line]) -> Iterator[str]:
    for index, number in Counter(line.pair for line in lines).items():
        if number > 1:
            yield f"pair {index} has {number} lines"


def _wrong_amounts(problem: Problem, lines: Sequence[Line]) -> Iterator[str]:
    for line in lines:
        demand = problem.demands[problem.pairs[line.pair].demand]
        lowest = 1 if demand.divisible else demand.quantity
        if not max(1, lowest) <= line.amount <= demand.quantity:
            yield f"pair {line.pair} gives {line.amount}, not {lowest} to {demand.quantity}"


def _demands_exceeded(problem: Problem, lines: Sequence[Line]) -> Iterator[str]:
    given: Counter[int] = Counter()
    for line in lines:
        given[problem.pairs[line.pair].demand] += line.amount
    for index, amount in given.items():
        if amount > problem.demands[index].quantity:
            yield f"demand {index} gets {amount} of {problem.demands[index].quantity}"


def _supplies_exceeded(problem: Problem, lines: Sequence[Line]) -> Iterator[str]:
    used: defaultdict[int, list[int]] = defaultdict(list)
    for line in lines:
        used[problem.pairs[line.pair].supply].append(taken(problem, line))
    for index, units in used.items():
        supply = problem.supplies[index]
        if sum(units) > supply.quantity:
            yield f"supply {index} gives {sum(units)} of {supply.quantity}"
        if supply.exclusive and len(units) > 1:
            yield f"supply {index} is exclusive and has {len(units)} lines"


def _carriers_exceeded(problem: Problem, lines: Sequence[Line]) -> Iterator[str]:
    claims = Counter(problem.carrier_of(problem.pairs[line.pair]) for line in lines)
    for index, carrier in enumerate(problem.carriers):
        free = max(0, carrier.capacity - carrier.carrying)
        if claims[index] > free:
            yield f"carrier {index} gets {claims[index]} claims and has room for {free}"


def blocking_pairs(problem: Problem, lines: Sequence[Line]) -> list[int]:
    """Return the indices of the pairs that both sides would rather have than what the plan gives them.

    The need prefers it to what it has, and the giver has room for it, or prefers it to a contract that it holds and
    whose end would make room, both within its own capacity and within that of the resource.
    """
    held = [line.pair for line in lines]
    return [
        index
        for index, pair in enumerate(problem.pairs)
        if _use(problem, pair) is not None and _demand_prefers(problem, held, index) and _held(problem, held, index)
    ]


def _use(problem: Problem, pair: Pair) -> int | None:
    """How many units of the resource a stable plan's contract uses up; none where it cannot be made."""
    demand, left = problem.demands[pair.demand], problem.supplies[pair.supply].quantity
    if pair.taken is None and demand.divisible:
        return min(demand.quantity, left) or None
    units = demand.quantity if pair.taken is None else pair.taken
    return units if units <= left else None


def _demand_prefers(problem: Problem, held: Sequence[int], index: int) -> bool:
    mine = [other for other in held if problem.pairs[other].demand == problem.pairs[index].demand]
    score = problem.pairs[index].score
    return all((score, -index) > (problem.pairs[other].score, -other) for other in mine)


def _held(problem: Problem, held: Sequence[int], index: int) -> bool:
    """Whether the giver would hold the pair, with all that it holds or instead of something that it likes less."""
    if _room(problem, [*held, index], index):
        return True
    score = problem.pairs[index].giver_score
    worse = (other for other in held if (score, -index) > (problem.pairs[other].giver_score, -other))
    return any(_room(problem, [index, *(each for each in held if each != other)], index) for other in worse)


def _room(problem: Problem, held: Sequence[int], index: int) -> bool:
    """Whether the resource and the partner of a pair could hold all these pairs that are theirs."""
    supply = problem.pairs[index].supply
    carrier = problem.supplies[supply].carrier
    by_supply = sum(problem.pairs[other].supply == supply for other in held)
    by_carrier = sum(problem.carrier_of(problem.pairs[other]) == carrier for other in held)
    free = (
        by_carrier
        if carrier is None
        else max(0, problem.carriers[carrier].capacity - problem.carriers[carrier].carrying)
    )
    return by_supply <= _slots(problem, supply) and by_carrier <= free


def _slots(problem: Problem, supply: int) -> int:
    """How many contracts a resource holds at most: as many as it could serve if all were like the largest."""
    uses = [_use(problem, pair) for pair in problem.pairs if pair.supply == supply]
    largest = max((use for use in uses if use is not None), default=1)
    return 1 if problem.supplies[supply].exclusive else problem.supplies[supply].quantity // max(1, largest)
