"""Cuts: inequalities that every plan keeps and the relaxation does not, from one constraint of whole numbers each.

Source: Marchand & Wolsey, Aggregation and Mixed Integer Rounding to Solve MIPs (2001).
"""

from typing import NamedTuple

import numpy as np

from .candidates import NOBODY
from .milp import Bools, Floats, Integers
from .programme import Programme

ROUND_OFF = 1e-9  # of sums of whole numbers and shares
SETTLED = 1e-6  # a column so close to 0 is 0
STEEPEST = 0.99  # a fraction beyond gives coefficients too large to be exact; below 1 - that, cuts too weak
VIOLATED = 1e-3  # a cut must be, so much
TURNED = (2.0, 0.999, 0.9, 0.5, 0.2, 1e-4)  # from which value on a column is counted as 1 less what it lacks
EACH = 2  # cuts of one constraint at a time


class Cut(NamedTuple):
    """The sum of the columns times the coefficients must not exceed `most`."""

    columns: Integers
    coefficients: Floats
    most: float


class Turn(NamedTuple):
    """How to make a cut of a constraint: divide by so much, after counting what is as large as `turned` from above."""

    constraint: int
    divisor: float
    turned: float


def rounded(value: Floats, fraction: Floats | float) -> Floats:
    """The coefficient of a whole number in the rounded constraint whose upper bound has that fraction."""
    whole = np.floor(value + ROUND_OFF)
    return np.asarray(whole + np.maximum(0, value - whole - fraction) / (1 - fraction))


class Quantities:
    """The constraints of needs and resources: the sum of u y - w over their pairs is at most what there is."""

    def __init__(self, programme: Programme) -> None:
        of = programme.all
        order = np.argsort(np.concatenate([of.demand, of.supply + len(programme.needed)]), kind="stable")
        waste = np.where(of.part, programme.waste, NOBODY)
        self._pair = np.tile(np.arange(len(programme)), 2)[order]
        self._units = np.concatenate([of.most, of.units]).astype(np.float64)[order]
        self._waste = np.concatenate([waste, np.where(of.same_unit, waste, NOBODY)])[order]
        self._most = np.concatenate([programme.needed, programme.left])
        self._of = np.concatenate([of.demand, of.supply + len(programme.needed)])[order]
        self._first = np.searchsorted(self._of, np.arange(len(self._most) + 1))

    def cuts(self, values: Floats) -> list[Cut]:
        """Cut off a point of the relaxation, wherever one constraint alone can."""
        used = self._padded(values[self._pair] > SETTLED)
        turns = [turn for turned in TURNED for turn in self._violated(values, used, turned)]
        turns.sort(key=lambda turn: (turn[0].constraint, -turn[1]))
        found: dict[int, list[float]] = {}
        cuts = []
        for turn, depth in turns:
            depths = found.setdefault(turn.constraint, [])
            if len(depths) < EACH and (not depths or depths[-1] - depth > ROUND_OFF):
                depths.append(depth)
                cuts.append(self._cut(values, turn))
        return cuts

    def _padded(self, used: Bools) -> Integers:
        """The entries that count at a point, one row for each constraint, filled up with `NOBODY`."""
        entries = np.flatnonzero(used)
        first = np.searchsorted(self._of[entries], np.arange(len(self._most) + 1))
        place = np.arange(len(entries)) - first[self._of[entries]]
        padded = np.full((len(self._most), np.diff(first).max(initial=0)), NOBODY, dtype=np.intp)
        padded[self._of[entries], place] = entries
        return padded

    def _violated(self, values: Floats, used: Integers, turned: float) -> list[tuple[Turn, float]]:
        """Try the units of every entry as the divisor; return what gives violated cuts, and how deep they are."""
        y, w = values[self._pair[used]], np.where(self._waste[used] == NOBODY, 0, values[self._waste[used]])
        units = np.where(used == NOBODY, 0, self._units[used])
        y, w = np.where(used == NOBODY, 0, y), np.where(used == NOBODY, 0, w)
        from_above = (used != NOBODY) & (y >= turned)
        most = self._most - (units * from_above).sum(axis=1)
        signed, distance = np.where(from_above, -units, units), np.where(from_above, 1 - y, y)
        can_drop = ~from_above & (self._waste[used] != NOBODY)
        found = []
        for divisors in units.T:
            rows = np.flatnonzero(divisors > 0)
            divisor, bound = divisors[rows], most[rows] / divisors[rows]
            fraction = bound - np.floor(bound + ROUND_OFF)
            exact = (fraction > 1 - STEEPEST) & (fraction < STEEPEST)
            rows, divisor, bound, fraction = rows[exact], divisor[exact], bound[exact], fraction[exact]
            slopes = rounded(signed[rows] / divisor[:, None], fraction[:, None])
            sums = slopes * distance[rows] - w[rows] / (divisor * (1 - fraction))[:, None]
            over = np.where(can_drop[rows], np.maximum(sums, 0), sums).sum(axis=1) - np.floor(bound + ROUND_OFF)
            depth = over / np.sqrt((slopes**2).sum(axis=1) + ROUND_OFF)
            deep = np.flatnonzero(over > VIOLATED).tolist()
            found += [(Turn(int(rows[at]), float(divisor[at]), turned), float(depth[at])) for at in deep]
        return found

    def _cut(self, values: Floats, turn: Turn) -> Cut:
        """The cut, over all entries of the constraint: those that do not count at the point are lifted into it."""
        here = slice(self._first[turn.constraint], self._first[turn.constraint + 1])
        pair, units, waste = self._pair[here], self._units[here], self._waste[here]
        y, w = values[pair], np.where(waste == NOBODY, 0, values[waste])
        turned = (y > SETTLED) & (y >= turn.turned)
        bound = (self._most[turn.constraint] - units[turned].sum()) / turn.divisor
        most = np.floor(bound + ROUND_OFF)
        slope, steep = rounded(np.where(turned, -units, units) / turn.divisor, bound - most), 1 - bound + most
        lossless = slope * y > w / (turn.divisor * steep)
        kept = turned | ((slope > 0) & ((waste == NOBODY) | (y <= SETTLED) | lossless))
        wasting = kept & (waste != NOBODY)
        coefficients = np.where(turned, -slope, slope)[kept]
        drained = np.full(wasting.sum(), -1 / (turn.divisor * steep))
        return Cut(
            np.concatenate([pair[kept], waste[wasting]]),
            np.concatenate([coefficients, drained]),
            float(most - slope[turned].sum()),
        )
