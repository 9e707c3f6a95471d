"""The best plan of a network against brute force, the checkers against planted faults, and what is said of it."""

import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bench.assignment import network
from resolvers.assignment.checking import violations
from resolvers.assignment.explaining import Reason, Shortfall, shortfalls
from resolvers.assignment.greedy import greedy
from resolvers.assignment.milp import maximise
from resolvers.assignment.neighbourhoods import NEAR, Neighbourhoods
from resolvers.assignment.optimum import FEW, MODERATE, optimum
from resolvers.assignment.problem import Carrier, Demand, Line, Options, Pair, Problem, Supply, allowances, objective
from resolvers.assignment.programme import Programme
from resolvers.assignment.relaxation import Relaxation

EXACT = Options(gap=0.0)
EXAMPLES = settings(max_examples=1000, deadline=None)
MANY = settings(max_examples=600, deadline=None)
FEWER = settings(max_examples=250, deadline=None)
WEIGHTS = st.sampled_from([0.0, 0.2, 1.0]), st.sampled_from([0.0, 0.3, 1.0])
SCORES = st.integers(-2, 20).map(lambda number: number / 20)


@st.composite
def problems(draw: st.DrawFn) -> Problem:
    """Up to 4 needs, 4 resources, 3 partners and 6 pairs; everything scarce, so that every rule comes to bear."""
    carriers = draw(st.lists(st.builds(Carrier, st.integers(0, 3), st.integers(0, 3)), max_size=3))
    nobody: st.SearchStrategy[int | None] = st.none()
    of_carrier = nobody | st.integers(0, len(carriers) - 1) if carriers else nobody
    grids = st.none() | st.integers(0, 2)
    demands = draw(st.lists(st.builds(Demand, st.integers(1, 4), st.booleans(), grids), min_size=1, max_size=4))
    supplies = draw(st.lists(st.builds(Supply, st.integers(0, 5), of_carrier, st.booleans()), min_size=1, max_size=4))
    places = [(demand, supply) for demand in range(len(demands)) for supply in range(len(supplies))]
    chosen = draw(st.lists(st.sampled_from(places), max_size=6, unique=True))
    pairs = [Pair(*place, draw(SCORES), draw(st.none() | st.integers(0, 3)), draw(SCORES)) for place in chosen]
    unserved = draw(st.frozensets(st.integers(0, 2)))
    return Problem(tuple(demands), tuple(supplies), tuple(carriers), tuple(pairs), unserved)


def allowed(problem: Problem, amounts: list[int]) -> bool:
    """Every rule again, plainly: whether the first pairs can give these amounts, 0 for no line."""
    used = [(problem.pairs[index], amount) for index, amount in enumerate(amounts) if amount]
    given, left, lines, claims = Counter[int](), Counter[int](), Counter[int](), Counter[int | None]()
    for pair, amount in used:
        given[pair.demand] += amount
        left[pair.supply] += amount if pair.taken is None else pair.taken
        lines[pair.supply] += 1
        claims[problem.supplies[pair.supply].carrier] += 1
        if not problem.demands[pair.demand].divisible and amount != problem.demands[pair.demand].quantity:
            return False
    return (
        all(given[index] <= demand.quantity for index, demand in enumerate(problem.demands))
        and all(left[index] <= supply.quantity for index, supply in enumerate(problem.supplies))
        and all(lines[index] <= 1 for index, supply in enumerate(problem.supplies) if supply.exclusive)
        and all(claims[i] <= max(0, each.capacity - each.carrying) for i, each in enumerate(problem.carriers))
    )


def plans(problem: Problem, amounts: list[int]) -> Iterator[list[Line]]:
    """Every plan there is."""
    if not allowed(problem, amounts):
        return
    if len(amounts) == len(problem.pairs):
        yield [Line(index, amount) for index, amount in enumerate(amounts) if amount]
        return
    for amount in range(problem.demands[problem.pairs[len(amounts)].demand].quantity + 1):
        yield from plans(problem, [*amounts, amount])


ALIKE = Problem(  # HiGHS 1.16.0 takes -0.1 for the bound, and the best plan is worth -0.15
    demands=(Demand(2, divisible=True, grid=None),),
    supplies=(Supply(0, None, exclusive=False),) * 2,
    carriers=(Carrier(0, 2),),
    pairs=(Pair(0, 0, 0.05, 0, 0.0), Pair(0, 1, 0.05, 0, 0.0)),
    unserved_grids=frozenset(),
)


@EXAMPLES
@given(problems(), *WEIGHTS, st.sampled_from([(FEW, MODERATE), (0, MODERATE), (0, 0)]))
@example(ALIKE, 0.2, 0.0, (FEW, MODERATE))
def test_no_plan_is_better(problem: Problem, fairness: float, reach: float, sizes: tuple[int, int]) -> None:
    options = Options(fairness, reach, gap=0.0)
    with pytest.MonkeyPatch.context() as patch:  # as if it were larger
        for name, size in zip(("FEW", "MODERATE"), sizes, strict=True):
            patch.setattr(f"resolvers.assignment.optimum.{name}", size)
        best = optimum(problem, options)
    assert violations(problem, best.lines) == []
    assert best.proven
    assert not best.timed_out
    assert best.objective == objective(problem, options, best.lines)
    expected = max(objective(problem, options, plan) for plan in plans(problem, []))
    assert best.objective == pytest.approx(expected, abs=1e-6)
    assert best.bound >= expected - 1e-9
    assert objective(problem, options, greedy(problem)) <= best.objective + 1e-9


@MANY
@given(problems().filter(lambda problem: len(Programme(problem, EXACT)) > 0), *WEIGHTS)
def test_no_cut_loses_the_best_plan(problem: Problem, fairness: float, reach: float) -> None:
    options = Options(fairness, reach, gap=0.0)
    programme, best = Programme(problem, options), optimum(problem, options)
    relaxation = Relaxation(programme, np.arange(len(programme)) == 0)
    for _ in range(5):
        assert relaxation.solve(math.inf)
        relaxation.tighten()
    values, cuts = programme.values(best.lines), relaxation.cuts()
    sums = np.bincount(cuts.row, cuts.value * values[cuts.column], len(cuts.upper))
    assert (sums <= cuts.upper + 1e-6).all()
    assert relaxation.bound >= best.objective - 1e-6
    assert (relaxation.bounds[programme.chosen(values)] >= best.objective - 1e-6).all()


@FEWER
@given(problems().filter(lambda problem: len(Programme(problem, EXACT)) > 0), *WEIGHTS, st.integers(0, NEAR))
def test_a_neighbourhood_planned_anew_keeps_the_rest_and_is_no_worse(
    problem: Problem, fairness: float, reach: float, near: int
) -> None:
    options = Options(fairness, reach, gap=0.0)
    programme, lines = Programme(problem, options), greedy(problem)
    relaxation = Relaxation(programme, np.ones(len(programme), dtype=np.bool_))
    assert relaxation.solve(math.inf)
    places = Neighbourhoods(programme, relaxation, near)
    for _ in problem.demands:
        values, before = programme.values(lines), objective(problem, options, lines)
        model, columns = places.next(values)
        found = maximise(model, time_limit=10, gap=0.0, start=values[columns]).values
        assert found is not None
        values[columns] = found
        lines = programme.lines(values)
        assert violations(problem, lines) == []
        assert objective(problem, options, lines) >= before - 1e-6
    best = optimum(problem, options).objective
    if reach == 0 and len(programme) <= near * len(problem.demands):  # nothing else ties what is far apart together
        assert objective(problem, options, lines) == pytest.approx(best, abs=1e-6)


@pytest.mark.parametrize(("needs", "candidates"), [(80, 8), (600, 18)])
def test_a_larger_network_is_planned_within_its_gap(needs: int, candidates: int) -> None:
    problem = network(needs=needs, resources=needs, candidates=candidates, seed=3, partners=200, same_unit=85)
    options = Options(fairness=0, time_limit=5, gap=0.05)
    found = optimum(problem, options)
    assert found.proven
    assert found.objective <= found.bound <= found.objective * 1.05
    assert objective(problem, options, greedy(problem)) < found.objective


def test_what_is_scarce_in_a_subdistrict_is_planned_best() -> None:
    problem = network(needs=150, resources=150, candidates=5, seed=1, partners=50, same_unit=100)
    assert optimum(problem, Options(time_limit=60)).proven


def planted(**changes: Any) -> Problem:
    """Two needs, of 5 units and whole 4, and two resources, of 6 and exclusive 9, with one partner."""
    pairs = (Pair(0, 0, 0.9, None, 0), Pair(1, 0, 0.8, None, 0), Pair(0, 1, 0.7, None, 0), Pair(1, 1, 0.6, 2, 0))
    problem = Problem(
        (Demand(5, divisible=True, grid=None), Demand(4, divisible=False, grid=0)),
        (Supply(6, 0, exclusive=False), Supply(9, 0, exclusive=True)),
        (Carrier(5, 3),),
        pairs,
        frozenset({0}),
    )
    return replace(problem, **changes)


@pytest.mark.parametrize(
    ("lines", "fault"),
    [
        ([Line(7, 1)], "line of unknown pair 7"),
        ([Line(0, 1), Line(0, 1)], "pair 0 has 2 lines"),
        ([Line(0, 0)], "pair 0 gives 0, not 1 to 5"),
        ([Line(1, 3)], "pair 1 gives 3, not 4 to 4"),
        ([Line(0, 4), Line(2, 2)], "demand 0 gets 6 of 5"),
        ([Line(1, 4), Line(3, 4)], "demand 1 gets 8 of 4"),
        ([Line(0, 5), Line(1, 4)], "supply 0 gives 9 of 6"),
        ([Line(2, 1), Line(3, 4)], "supply 1 is exclusive and has 2 lines"),
        ([Line(0, 1), Line(1, 4), Line(2, 1)], "carrier 0 gets 3 claims and has room for 2"),
    ],
)
def test_a_planted_fault_is_found(lines: list[Line], fault: str) -> None:
    assert fault in violations(planted(), lines)


def test_other_units_are_taken_as_a_pair_says() -> None:
    supplies = (Supply(6, 0, exclusive=False), Supply(2, 0, exclusive=False))
    assert violations(planted(supplies=supplies), [Line(3, 4)]) == []
    assert violations(planted(supplies=(supplies[0], Supply(1, 0, exclusive=False))), [Line(3, 4)]) == [
        "supply 1 gives 2 of 1"
    ]


def test_what_a_plan_is_worth() -> None:
    problem = planted(carriers=(Carrier(5, 3), Carrier(5, 0)))
    assert objective(problem, Options(0, 0), [Line(0, 3), Line(3, 4)]) == pytest.approx(0.9 * 3 / 5 + 0.6)
    assert objective(problem, Options(0, 0.5), [Line(0, 3), Line(3, 4)]) == pytest.approx(0.9 * 3 / 5 + 0.6 + 0.5)
    # three claims before and two needs, half of the capacity: a share of 2.5, allowed up to 1 + 1.5 x 2.5 = 4.75
    assert allowances(problem) == [4, 4]
    assert objective(problem, Options(1, 0), [Line(0, 3), Line(3, 4)]) == pytest.approx(0.9 * 3 / 5 + 0.6 - 1)


@pytest.mark.parametrize(
    ("carriers", "expected"),
    [
        ((Carrier(4, 2),), [7]),  # all claims are as many as it can carry: 1 + 1.5 x 4
        ((Carrier(4, 0), Carrier(12, 2)), [2, 5]),  # 4 claims among 16: 1 + 1.5 x 1, and 1 + 1.5 x 3
        ((Carrier(0, 0),), [1]),
        ((Carrier(2, 9),), [4]),  # no more claims than capacity
    ],
)
def test_how_many_claims_a_partner_may_carry(carriers: tuple[Carrier, ...], expected: list[int]) -> None:
    assert allowances(planted(carriers=carriers)) == expected


@pytest.mark.parametrize(
    ("changes", "lines", "expected"),
    [
        ({"pairs": ()}, [], [Shortfall(0, 5, Reason.NO_CANDIDATE), Shortfall(1, 4, Reason.NO_CANDIDATE)]),
        (
            {"supplies": (Supply(1, 0, exclusive=False), Supply(1, 0, exclusive=False))},
            [Line(0, 1), Line(2, 1)],
            [Shortfall(0, 3, Reason.QUANTITY_SHORT), Shortfall(1, 4, Reason.QUANTITY_SHORT)],
        ),
        (
            {
                "supplies": (Supply(3, None, exclusive=False), Supply(3, None, exclusive=False)),
                "pairs": (Pair(1, 0, 1, None, 0), Pair(1, 1, 1, None, 0)),
                "demands": (Demand(1, divisible=True, grid=None), Demand(4, divisible=False, grid=None)),
            },
            [],
            [Shortfall(0, 1, Reason.NO_CANDIDATE), Shortfall(1, 4, Reason.INDIVISIBLE)],
        ),
        ({}, [Line(0, 5)], [Shortfall(1, 4, Reason.NOT_WORTH_IT)]),
        ({}, [Line(0, 4), Line(3, 4)], [Shortfall(0, 1, Reason.NOT_WORTH_IT)]),  # its line could grow
        ({"carriers": (Carrier(4, 3),)}, [Line(0, 5)], [Shortfall(1, 4, Reason.CARRIERS_FULL)]),
        ({"carriers": (Carrier(5, 3),)}, [Line(1, 4), Line(2, 4)], [Shortfall(0, 1, Reason.NOT_WORTH_IT)]),
        (
            {"carriers": (Carrier(3, 3),)},
            [],
            [Shortfall(0, 5, Reason.CARRIERS_FULL), Shortfall(1, 4, Reason.CARRIERS_FULL)],
        ),
        (
            {"pairs": (Pair(0, 0, 1, None, 0), Pair(1, 0, 1, None, 0))},
            [Line(0, 5)],
            [Shortfall(1, 4, Reason.CANDIDATES_TAKEN)],
        ),
    ],
)
def test_a_shortfall_says_what_tells_most(
    changes: dict[str, object], lines: list[Line], expected: list[Shortfall]
) -> None:
    problem = planted(**changes)
    assert violations(problem, lines) == []
    assert shortfalls(problem, lines) == expected


@FEWER
@given(problems())
def test_what_could_still_be_served_is_only_left_for_a_reason(problem: Problem) -> None:
    options = Options(fairness=0, reach=0, gap=0)
    positive = replace(problem, pairs=tuple(replace(pair, score=abs(pair.score) + 0.1) for pair in problem.pairs))
    lines = optimum(positive, options).lines
    assert Reason.NOT_WORTH_IT not in {each.reason for each in shortfalls(positive, lines)}


@pytest.mark.parametrize("time_limit", [0, 1])
def test_when_time_runs_out_the_best_plan_so_far_is_returned(time_limit: float) -> None:
    problem = network(needs=600, resources=600, candidates=18, seed=3, partners=200, same_unit=100)
    found = optimum(problem, Options(time_limit=time_limit))
    assert violations(problem, found.lines) == []
    assert found.timed_out
    assert not found.proven
    assert objective(problem, Options(), greedy(problem)) <= found.objective <= found.bound < float("inf")
    assert found.gap == pytest.approx((found.bound - found.objective) / found.objective)


def test_the_same_network_gets_the_same_plan() -> None:
    problem = network(needs=60, resources=60, candidates=6, seed=2)
    first, second = (optimum(problem, Options(fairness=0, gap=1e-4)) for _ in range(2))
    assert first.proven
    assert first.lines == second.lines


@pytest.mark.parametrize("name", ["fairness", "reach", "time_limit", "gap"])
def test_a_negative_option_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match=f"{name} must not be negative"):
        Options(**{name: -1.0})
