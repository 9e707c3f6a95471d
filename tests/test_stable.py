"""Stable plans: nobody would leave them, and the needs get the best of all that are so; by full enumeration."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from test_assignment import problems

from resolvers.assignment.checking import blocking_pairs, violations
from resolvers.assignment.problem import Carrier, Demand, Line, Pair, Problem, Supply
from resolvers.assignment.stable import stable

EXAMPLES = settings(max_examples=500, deadline=None)
Contracts = frozenset[int]


def needed(problem: Problem, index: int) -> int | None:
    """How many units of its resource a contract needs, or none where it cannot be made."""
    pair = problem.pairs[index]
    demand, supply = problem.demands[pair.demand], problem.supplies[pair.supply]
    if pair.taken is not None:
        return pair.taken if pair.taken <= supply.quantity else None
    if demand.divisible and supply.quantity:
        return min(demand.quantity, supply.quantity)
    return demand.quantity if demand.quantity <= supply.quantity else None


def can_hold(problem: Problem, contracts: Contracts) -> bool:
    """Whether every giver can hold these together."""
    for index, supply in enumerate(problem.supplies):
        uses = [
            needed(problem, i) or 1
            for i, pair in enumerate(problem.pairs)
            if pair.supply == index and possible(problem, i)
        ]
        slots = 1 if supply.exclusive else supply.quantity // max(uses, default=1)
        if sum(problem.pairs[i].supply == index for i in contracts) > slots:
            return False
    return all(
        sum(problem.supplies[problem.pairs[i].supply].carrier == index for i in contracts) <= carrier.free
        for index, carrier in enumerate(problem.carriers)
    )


def possible(problem: Problem, index: int) -> bool:
    return needed(problem, index) is not None


def giver_rank(problem: Problem, index: int) -> tuple[float, int]:
    return -problem.pairs[index].giver_score, index


def demand_rank(problem: Problem, index: int) -> tuple[float, int]:
    return -problem.pairs[index].score, index


def chosen(problem: Problem, offered: Contracts) -> Contracts:
    """What the givers keep of what they are offered: each next best one that they can hold with those before."""
    held: Contracts = frozenset()
    for index in sorted(offered, key=lambda i: giver_rank(problem, i)):
        if can_hold(problem, held | {index}):
            held |= {index}
    return held


def one_each(problem: Problem, contracts: Contracts) -> bool:
    return len({problem.pairs[i].demand for i in contracts}) == len(contracts)


def is_stable(problem: Problem, contracts: Contracts) -> bool:
    """By definition: nobody drops a contract, and no further one is wanted by both sides."""
    mine = {problem.pairs[i].demand: demand_rank(problem, i) for i in contracts}
    return chosen(problem, contracts) == contracts and not any(
        i in chosen(problem, contracts | {i})
        for i, pair in enumerate(problem.pairs)
        if possible(problem, i) and (pair.demand not in mine or demand_rank(problem, i) < mine[pair.demand])
    )


def every_stable(problem: Problem) -> list[Contracts]:
    makeable = [index for index in range(len(problem.pairs)) if possible(problem, index)]
    every = (frozenset(some) for size in range(len(makeable) + 1) for some in combinations(makeable, size))
    return [each for each in every if one_each(problem, each) and is_stable(problem, each)]


@EXAMPLES
@given(problems())
def test_needs_get_the_best_of_all_stable_plans(problem: Problem) -> None:
    lines = stable(problem)
    found = frozenset(line.pair for line in lines)
    assert violations(problem, lines) == []
    assert blocking_pairs(problem, lines) == []
    among = every_stable(problem)
    assert found in among
    ranks = {problem.pairs[i].demand: demand_rank(problem, i) for i in found}
    for other in among:
        assert all(ranks[problem.pairs[i].demand] <= demand_rank(problem, i) for i in other)


@EXAMPLES
@given(problems())
def test_the_checker_agrees_with_the_definition(problem: Problem) -> None:
    for size in range(len(problem.pairs) + 1):
        for some in combinations(range(len(problem.pairs)), size):
            contracts = frozenset(some)
            if (
                all(possible(problem, i) for i in some)
                and one_each(problem, contracts)
                and can_hold(problem, contracts)
            ):
                lines = [Line(i, 1) for i in some]
                assert (blocking_pairs(problem, lines) == []) == is_stable(problem, contracts)


def market(*pairs: tuple[int, int, float, float], capacity: int) -> Problem:
    """Three needs of 2 units, two resources of 4 with one partner of that capacity."""
    return Problem(
        (Demand(2, divisible=False, grid=None),) * 3,
        (Supply(4, 0, exclusive=False), Supply(4, 0, exclusive=False)),
        (Carrier(capacity, 0),),
        tuple(Pair(demand, supply, score, None, giver) for demand, supply, score, giver in pairs),
        frozenset(),
    )


def test_a_partner_parts_with_whom_it_likes_least() -> None:
    network = market((0, 0, 0.9, 0.1), (1, 0, 0.8, 0.9), (2, 1, 0.7, 0.5), capacity=2)
    assert stable(network) == (Line(1, 2), Line(2, 2))
    assert stable(market((0, 0, 0.9, 0.1), (1, 0, 0.8, 0.9), (2, 1, 0.7, 0.5), capacity=3)) == (
        Line(0, 2),
        Line(1, 2),
        Line(2, 2),
    )


@pytest.mark.parametrize(
    ("lines", "blocking"),
    [
        ((), [0, 1, 2]),  # room for all
        ((Line(0, 2),), [1, 2]),
        ((Line(0, 2), Line(2, 2)), [1]),  # instead of what it likes less
        ((Line(1, 2), Line(2, 2)), []),
        ((Line(0, 2), Line(1, 2)), [2]),
    ],
)
def test_a_planted_blocking_pair_is_found(lines: tuple[Line, ...], blocking: list[int]) -> None:
    network = market((0, 0, 0.9, 0.1), (1, 0, 0.8, 0.9), (2, 1, 0.7, 0.5), capacity=2)
    assert blocking_pairs(network, lines) == blocking
