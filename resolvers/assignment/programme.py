"""A plan as a mixed-integer programme.

A column y for every pair that could have a line: 1 where it has. A line gives all it could, less its waste w, another
column where the need may be shared: 0 <= w <= (all - 1) y. So a line gives one unit at least, and whoever sets w to 0
has the relaxation with the y alone, which is as strong and much smaller. With the y given, what remains is a
transportation problem: its corners are integral, so only the y must be declared so. Further columns are every
partner's claims beyond its allowance, and the grids reached.
"""

from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from .candidates import NOBODY, candidates
from .milp import Bools, Floats, Integers, Model, Rows, at_most
from .problem import Line, Options, Problem, allowances, excesses

HALF = 0.5  # an integral column beyond that is 1


class Programme:
    """The programme of a problem, and its translation from and to the lines of a plan.

    `waste` is the column of each pair's waste, or `NOBODY`; `others` is the first column after them. The worth of a
    plan is that of its columns and `constant`; no need takes more than `needed`, no resource gives more than `left`.
    """

    def __init__(self, problem: Problem, options: Options) -> None:
        self._problem, self._options = problem, options
        self.all = candidates(problem)
        self._parts = np.flatnonzero(self.all.part)
        self._grids = sorted(set(self.all.grid[self.all.grid != NOBODY].tolist()))
        sizes = (len(self.all.pair), len(self._parts), len(problem.carriers), len(self._grids))
        self._wastes, self.others, self._reached, self.columns = np.cumsum(sizes).tolist()
        self.waste = np.full(len(self), NOBODY, dtype=np.intp)
        self.waste[self._parts] = np.arange(self._wastes, self.others)
        self.needed = np.array([demand.quantity for demand in problem.demands], dtype=np.float64)
        self.left = np.array([supply.quantity for supply in problem.supplies], dtype=np.float64)
        self.constant = -options.fairness * sum(excesses(problem, ()))

    def __len__(self) -> int:
        """How many pairs could have a line."""
        return len(self.all.pair)

    def model(self, chosen: Bools | None = None) -> Model:
        """Make the arrays; with the y given, of what remains, which asks for integral amounts."""
        lower, integral = np.zeros(self.columns), np.ones(self.columns, dtype=np.bool_)
        integral[self._wastes : self.others] = chosen is not None
        upper = np.ones(self.columns)
        upper[self._wastes : self.others] = self.all.most[self._parts] - 1
        upper[self.others : self._reached] = [carrier.free for carrier in self._problem.carriers]
        if chosen is not None:
            lower[: self._wastes] = upper[: self._wastes] = chosen
        return Model(self._worth(), lower, upper, integral, (*self.rows(), self.wasted(self._parts)))

    def relaxed(self) -> Model:
        """Without integrality and waste: much smaller, and it ranks the pairs as well."""
        model = self.model()
        upper = model.upper.copy()
        upper[self._wastes : self.others] = 0
        return replace(model, upper=upper, integral=np.zeros(self.columns, dtype=np.bool_), rows=self.rows())

    def columns_of(self, pairs: Bools) -> Integers:
        """The columns that are left where only these pairs may have a line."""
        return np.flatnonzero(np.concatenate([pairs, pairs[self._parts], np.ones(self.columns - self.others, bool)]))

    def wasted(self, pairs: Integers) -> Rows:
        """A line of these pairs, which may waste something, gives one unit at least."""
        steps = np.arange(len(pairs))
        return at_most(np.zeros(len(pairs)), (steps, self.waste[pairs], 1), (steps, pairs, 1 - self.all.most[pairs]))

    def values(self, lines: Iterable[Line]) -> Floats:
        """Say where in the programme a plan without violations is."""
        lines = tuple(lines)
        values, amounts = np.zeros(self.columns), np.zeros(len(self))
        at = np.searchsorted(self.all.pair, [line.pair for line in lines])
        values[at] = 1
        amounts[at] = [line.amount for line in lines]
        values[self._wastes : self.others] = (self.all.most * values[: self._wastes] - amounts)[self._parts]
        more = np.subtract(excesses(self._problem, lines), excesses(self._problem, ()))
        values[self.others : self._reached] = more
        values[self._reached :] = np.isin(self._grids, self.all.grid[at])
        return values

    def chosen(self, values: Floats) -> Bools:
        """Which pairs have a line."""
        return np.asarray(values[: self._wastes] > HALF)

    def pairs(self, chosen: Bools) -> list[int]:
        """The indices, in the problem, of the pairs that are chosen."""
        indices: list[int] = self.all.pair[chosen].tolist()
        return indices

    def lines(self, values: Floats) -> tuple[Line, ...]:
        """Read the plan out of integral values."""
        chosen, amounts = self.chosen(values), self.all.most.astype(np.float64)
        amounts[self._parts] -= values[self._wastes : self.others]
        found = zip(self.all.pair[chosen].tolist(), np.rint(amounts[chosen]).astype(int).tolist(), strict=True)
        return tuple(Line(pair, amount) for pair, amount in found)

    def ceiling(self) -> float:
        """What no plan can exceed, without solving anything: every need wholly served by its best candidate."""
        best = np.zeros(len(self.needed))
        np.maximum.at(best, self.all.demand, self.all.worth * self.needed[self.all.demand])
        return float(best.sum()) + self._options.reach * len(self._grids)

    def _worth(self) -> Floats:
        worth = np.zeros(self.columns)
        worth[: self._wastes] = self.all.worth * self.all.most
        worth[self._wastes : self.others] = -self.all.worth[self._parts]
        worth[self.others : self._reached] = -self._options.fairness
        worth[self._reached :] = self._options.reach
        return worth

    def rows(self) -> tuple[Rows, ...]:
        """What needs take and resources give, first; then the rows of whole numbers only."""
        return *self._quantities(), *self._counts()

    def _quantities(self) -> tuple[Rows, Rows]:
        """What every need takes at most, and what every resource gives."""
        of, parts, everything = self.all, self._parts, np.arange(len(self))
        waste, same = self.waste[parts], of.same_unit[parts]
        return (
            at_most(self.needed, (of.demand, everything, of.most), (of.demand[parts], waste, -1)),
            at_most(self.left, (of.supply, everything, of.units), (of.supply[parts[same]], waste[same], -1)),
        )

    def _counts(self) -> tuple[Rows, ...]:
        """An exclusive resource has one line, a partner what it can carry; a grid counts where a line serves it."""
        of, carriers = self.all, self._problem.carriers
        exclusive = np.array([supply.exclusive for supply in self._problem.supplies], dtype=np.bool_)
        free = np.array([carrier.free for carrier in carriers], dtype=np.float64)
        spare = np.array(allowances(self._problem)) - [carrier.carrying for carrier in carriers]
        lone, carried, new = (np.flatnonzero(some) for some in (exclusive[of.supply], of.carrier >= 0, of.grid >= 0))
        by_carrier, partners = (of.carrier[carried], carried, 1), np.arange(len(carriers))
        grids, reached = np.arange(len(self._grids)), np.searchsorted(self._grids, of.grid[new])
        return (
            at_most(np.ones(len(exclusive)), (of.supply[lone], lone, 1)),
            at_most(free, by_carrier),
            at_most(np.maximum(spare, 0).astype(np.float64), by_carrier, (partners, self.others + partners, -1)),
            at_most(np.zeros(len(grids)), (grids, self._reached + grids, 1), (reached, new, -1)),
        )
