"""The pairs that could have a line, as arrays: what each takes from its need, its resource and its partner."""

from dataclasses import dataclass

import numpy as np

from .milp import Bools, Floats, Integers
from .problem import Pair, Problem

NOBODY = -1  # the index of the partner, or the grid, where there is none


@dataclass(frozen=True, slots=True)
class Candidates:
    """One entry for each pair of a problem that could have a line if it were the only one.

    `pair`, `demand`, `supply`, `carrier` and `grid` are indices, `grid` only where nobody serves it yet. `most` is
    how many units of the need it could give, `same_unit` whether as many of the resource, `units` how many of the
    resource for all of them. `part` says that it may give less, `worth` what each unit of the need is worth.
    """

    pair: Integers
    demand: Integers
    supply: Integers
    carrier: Integers
    grid: Integers
    most: Integers
    units: Integers
    same_unit: Bools
    part: Bools
    worth: Floats


def candidates(problem: Problem) -> Candidates:
    """List them in the order of the pairs."""
    fitting = [(index, pair, most) for index, pair in enumerate(problem.pairs) if (most := _most(problem, pair))]
    pairs = [pair for _, pair, _ in fitting]
    gives = np.array([most for _, _, most in fitting], dtype=np.intp)
    taken = np.array([NOBODY if pair.taken is None else pair.taken for pair in pairs], dtype=np.intp)
    quantity = np.array([problem.demands[pair.demand].quantity for pair in pairs], dtype=np.intp)
    return Candidates(
        pair=np.array([index for index, _, _ in fitting], dtype=np.intp),
        demand=np.array([pair.demand for pair in pairs], dtype=np.intp),
        supply=np.array([pair.supply for pair in pairs], dtype=np.intp),
        carrier=np.array([_index(problem.carrier_of(pair)) for pair in pairs], dtype=np.intp),
        grid=np.array([_index(problem.new_grid_of(pair)) for pair in pairs], dtype=np.intp),
        most=gives,
        units=np.where(taken == NOBODY, gives, taken),
        same_unit=taken == NOBODY,
        part=np.array([problem.demands[pair.demand].divisible for pair in pairs], dtype=np.bool_) & (gives > 1),
        worth=np.array([pair.score for pair in pairs], dtype=np.float64) / quantity,
    )


def _index(index: int | None) -> int:
    return NOBODY if index is None else index


def _most(problem: Problem, pair: Pair) -> int:
    """How much of its need a pair could give; 0 where it could have no line."""
    demand, supply, carrier = problem.demands[pair.demand], problem.supplies[pair.supply], problem.carrier_of(pair)
    if carrier is not None and not problem.carriers[carrier].free:
        return 0
    if (demand.quantity if pair.taken is None else pair.taken) <= supply.quantity:
        return demand.quantity
    return supply.quantity if pair.taken is None and demand.divisible else 0
