"""A plan as a mixed-integer programme.

A column y for every pair that could have a line: 1 where it has. A line gives all it could, less its waste w, another
column where the need may be shared: 0 <= w <= (all - 1) y. So a line gives one unit at least, and whoever sets w to 0
has the relaxation with the y alone, which is as strong and much smaller. With the y given, what remains is a
transportation problem: its corners are integral, so only the y must be declared so. Further columns are every
partner's excess, the sum of all claims, and the grids reached.
"""

from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from .candidates import NOBODY, candidates
from .milp import Answer, Bools, Floats, Model, Rows, at_most
from .problem import SLACK, Line, Options, Problem, excesses

ROUND_OFF = 1e-9  # of sums of whole numbers and shares
HALF = 0.5  # an integral column beyond that is 1


class Programme:
    """The programme of a problem, and its translation from and to the lines of a plan."""

    def __init__(self, problem: Problem, options: Options) -> None:
        self._problem, self._options = problem, options
        self._all = candidates(problem)
        self._parts = np.flatnonzero(self._all.part)
        self._grids = sorted(set(self._all.grid[self._all.grid != NOBODY].tolist()))
        sizes = (len(self._all.pair), len(self._parts), len(problem.carriers), 1, len(self._grids))
        self._waste, self._excess, self._claims, self._reached, self._columns = np.cumsum(sizes).tolist()

    def __len__(self) -> int:
        """How many pairs could have a line."""
        return len(self._all.pair)

    def model(self, chosen: Bools | None = None) -> Model:
        """Make the arrays; with the y given, of what remains, which asks for integral amounts."""
        lower, upper = np.zeros(self._columns), np.full(self._columns, np.inf)
        upper[: self._waste] = 1
        upper[self._reached :] = 1
        integral = np.zeros(self._columns, dtype=np.bool_)
        integral[: self._waste] = True
        integral[self._claims] = True
        if chosen is not None:
            lower[: self._waste] = upper[: self._waste] = chosen
            integral[self._waste : self._excess] = True
        rows = (*self._quantities(), *self._partners(), self._grids_reached())
        return Model(self._worth(), lower, upper, integral, rows)

    def relaxed(self) -> Model:
        """Without integrality and waste: much smaller, and it ranks the pairs as well."""
        model = self.model()
        upper = model.upper.copy()
        upper[self._waste : self._excess] = 0
        return replace(model, upper=upper, integral=np.zeros(self._columns, dtype=np.bool_))

    def scores(self) -> Model:
        """Like `relaxed`, and without all but the scores, so that with `reachable` it exceeds every plan.

        Whatever the amounts of a plan, the y that give just as much without waste take no more of anything.
        """
        model = self.relaxed()
        worth = np.where(np.arange(self._columns) < self._waste, model.worth, 0)
        return replace(model, worth=worth)

    def among(self, near: Bools, lines: Iterable[Line]) -> Model:
        """The programme with lines for some pairs only, and for those of a plan."""
        model = self.model()
        near = near | self.chosen(self.values(lines))
        upper = model.upper.copy()
        upper[: self._waste] = near
        upper[self._waste : self._excess] = np.where(near[self._parts], np.inf, 0)
        return replace(model, upper=upper)

    def near(self, answer: Answer, distance: float) -> Bools:
        """Which pairs `relaxed` uses, or would at so much better a score."""
        if answer.values is None or answer.reduced is None:
            return np.ones(len(self), dtype=np.bool_)
        return np.asarray((answer.reduced > -distance)[: self._waste] | self.chosen(answer.values))

    def settled(self, answer: Answer) -> list[int]:
        """The pairs that `relaxed` uses wholly."""
        if answer.values is None:
            return []
        pairs: list[int] = self._all.pair[answer.values[: self._waste] > 1 - ROUND_OFF].tolist()
        return pairs

    def values(self, lines: Iterable[Line]) -> Floats:
        """Say where in the programme a plan without violations is."""
        lines = tuple(lines)
        values = np.zeros(self._columns)
        at = np.searchsorted(self._all.pair, [line.pair for line in lines])
        amounts = np.zeros(len(self))
        values[at] = 1
        amounts[at] = [line.amount for line in lines]
        values[self._waste : self._excess] = (self._all.most * values[: self._waste] - amounts)[self._parts]
        values[self._excess : self._claims] = excesses(self._problem, lines)
        values[self._claims] = self._carrying.sum() + np.count_nonzero(self._all.carrier[at] != NOBODY)
        values[self._reached :] = np.isin(self._grids, self._all.grid[at])
        return values

    def chosen(self, values: Floats) -> Bools:
        """Which pairs have a line."""
        return np.asarray(values[: self._waste] > HALF)

    def lines(self, values: Floats) -> tuple[Line, ...]:
        """Read the plan out of integral values."""
        chosen, amounts = self.chosen(values), self._all.most.astype(np.float64)
        amounts[self._parts] -= values[self._waste : self._excess]
        found = zip(self._all.pair[chosen].tolist(), np.rint(amounts[chosen]).astype(int).tolist(), strict=True)
        return tuple(Line(pair, amount) for pair, amount in found)

    @property
    def _carrying(self) -> Floats:
        return np.array([carrier.carrying for carrier in self._problem.carriers], dtype=np.float64)

    def _worth(self) -> Floats:
        worth = np.zeros(self._columns)
        worth[: self._waste] = self._all.worth * self._all.most
        worth[self._waste : self._excess] = -self._all.worth[self._parts]
        worth[self._excess : self._claims] = -self._options.fairness
        worth[self._reached :] = self._options.reach
        return worth

    def _quantities(self) -> tuple[Rows, ...]:
        """What needs take and resources give; an exclusive resource has one line, a line wastes less than it gives."""
        of, parts, problem = self._all, self._parts, self._problem
        everything, waste = np.arange(len(self)), self._waste + np.arange(len(parts))
        needed = np.array([demand.quantity for demand in problem.demands], dtype=np.float64)
        left = np.array([supply.quantity for supply in problem.supplies], dtype=np.float64)
        exclusive = np.array([supply.exclusive for supply in problem.supplies], dtype=np.bool_)
        same, lone = of.same_unit[parts], np.flatnonzero(exclusive[of.supply])
        steps = np.arange(len(parts))
        return (
            at_most(needed, (of.demand, everything, of.most), (of.demand[parts], waste, -1)),
            at_most(left, (of.supply, everything, of.units), (of.supply[parts[same]], waste[same], -1)),
            at_most(np.ones(len(left)), (of.supply[lone], lone, 1)),
            at_most(np.zeros(len(parts)), (steps, waste, 1), (steps, parts, 1 - of.most[parts])),
        )

    def _partners(self) -> tuple[Rows, ...]:
        """What partners can carry, the sum of all claims, and by how much each exceeds what is fair."""
        carriers = self._problem.carriers
        free = np.array([carrier.free for carrier in carriers], dtype=np.float64)
        capacity = np.array([carrier.capacity for carrier in carriers], dtype=np.float64)
        carrying = np.array([carrier.carrying for carrier in carriers], dtype=np.float64)
        lines, each = np.flatnonzero(self._all.carrier != NOBODY), np.arange(len(carriers))
        claims, first = np.array([self._claims]), np.zeros(len(lines), dtype=np.intp)
        sum_before, zero = carrying.sum(keepdims=True), np.zeros(1, dtype=np.intp)
        fair = SLACK * capacity / (capacity.sum() or 1)
        by_carrier = (self._all.carrier[lines], lines, 1)
        excess = (each, self._excess + each, -1), (each, np.repeat(claims, len(carriers)), -fair)
        return (
            at_most(free, by_carrier),
            at_most(sum_before, (zero, claims, 1), (first, lines, -1), lower=sum_before[0]),
            at_most(1 - carrying, by_carrier, *excess),
        )

    def _grids_reached(self) -> Rows:
        """A grid counts only where a line serves it."""
        lines = np.flatnonzero(self._all.grid != NOBODY)
        grids = np.searchsorted(self._grids, self._all.grid[lines])
        each = np.arange(len(self._grids))
        return at_most(np.zeros(len(each)), (each, self._reached + each, 1), (grids, lines, -1))

    def ceiling(self) -> float:
        """What no plan can exceed, without solving anything: every need wholly served by its best candidate."""
        best = np.zeros(len(self._problem.demands))
        needed = np.array([demand.quantity for demand in self._problem.demands])
        np.maximum.at(best, self._all.demand, self._all.worth * needed[self._all.demand])
        return float(best.sum()) + self.reachable()

    def reachable(self) -> float:
        """What it would be worth to reach every grid that a pair could."""
        return self._options.reach * len(self._grids)

    def claims(self, model: Model, sign: float) -> Model:
        """The relaxation of a model that looks for the most claims (sign 1) or the fewest (sign -1)."""
        worth = np.zeros(self._columns)
        worth[self._claims] = sign
        return replace(model, worth=worth, integral=np.zeros(self._columns, dtype=np.bool_))

    def between(self, model: Model, fewest: float, most: float) -> Model:
        """Cut off the plans with fewer or more claims, and what then no partner's excess can be.

        Fair is at most f = 1 + share at the most claims. With m = floor(f), m claims have no excess and m + 1 have
        m + 1 - f at least, so that excess >= (m + 1 - f) (claims - m): a mixed-integer rounding cut.
        """
        lower, upper = model.lower.copy(), model.upper.copy()
        lower[self._claims], upper[self._claims] = fewest, most
        capacity = np.array([carrier.capacity for carrier in self._problem.carriers], dtype=np.float64)
        fair = 1 + SLACK * capacity / (capacity.sum() or 1) * most
        level = np.floor(fair + ROUND_OFF)
        slope, each = np.minimum(1, level + 1 - fair), np.arange(len(capacity))
        lines = np.flatnonzero(self._all.carrier != NOBODY)
        carriers = self._all.carrier[lines]
        cut = at_most(
            slope * (level - self._carrying), (carriers, lines, slope[carriers]), (each, self._excess + each, -1)
        )
        return replace(model, lower=lower, upper=upper, rows=(*model.rows, cut))

    def worth_at_least(self, model: Model, least: float) -> Model:
        """Cut off the plans that are worth less."""
        every = np.arange(self._columns)
        cut = at_most(np.array([-least]), (np.zeros(self._columns, dtype=np.intp), every, -self._worth()))
        return replace(model, rows=(*model.rows, cut))
