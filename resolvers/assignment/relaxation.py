"""The relaxation of a programme, made tighter by cuts, and a bound on every plan from its prices.

It knows a part of the pairs only, and takes up others while they are worth more than they take at its prices. Cuts
speak of all pairs.
"""

import time
from typing import Any

import highspy
import numpy as np
from scipy import sparse

from .candidates import NOBODY
from .cuts import Cut, Quantities
from .gomory import Corner, gomory
from .milp import Bools, Floats, Integers, Rows, solver
from .programme import Programme

FRACTION = 0.02  # a column that far from whole is worth a cut
CORNERS = 1000  # of them at a time
SUMMED = 500  # rows in a sum
PRICED = 1e-7  # what a pair must gain to be taken up
EXACT = 1e-9  # a factor below is round-off


class Relaxation:
    """Its rows are those of the programme, of waste for the known pairs, and cuts.

    No plan is worth more than `bound`, and none with a line for a pair more than that pair's one of `bounds`.
    """

    def __init__(self, programme: Programme, pairs: Bools) -> None:
        self._programme, self._model = programme, programme.model()
        self._quantities = Quantities(programme)
        self._columns = np.zeros(0, dtype=np.intp)
        self._rows, self._most = matrix(programme.rows(), programme.columns)
        self._whole = np.arange(len(self._most)) >= len(programme.needed) + len(programme.left)
        self._cut, self._wasting = np.zeros((2, len(self._most)), dtype=np.bool_)
        self._highs = _highs(self._most)
        self.values, self.bound = np.zeros(programme.columns), np.inf
        self.bounds, self._gains = np.full((2, len(programme)), np.inf)
        self._take_up(programme.columns_of(pairs))

    def solve(self, until: float) -> bool:
        """Solve, and take up pairs until none is worth more than it takes; false if `until` comes first."""
        while True:
            left = max(0.0, until - time.perf_counter())
            self._highs.setOptionValue("time_limit", self._highs.getRunTime() + left)  # it counts all runs together
            self._highs.run()
            if self._highs.getModelStatus() != highspy.HighsModelStatus.kOptimal:
                return False
            solution = self._highs.getSolution()
            self.values[self._columns] = solution.col_value
            self._price(np.maximum(0, solution.row_dual))
            worthwhile = self._programme.columns_of(self._gains > PRICED)
            new = np.setdiff1d(worthwhile, self._columns)
            if not len(new):
                return True
            self._take_up(new)

    def tighten(self) -> int:
        """Add cuts, and forget those that do not bind; return how many were added."""
        self._forget()
        cuts = [*self._quantities.cuts(self.values), *gomory(self._corner(), self._sums())]
        if cuts:
            self._add(*_stacked(cuts, self._programme.columns), cut=True)
        return len(cuts)

    def cuts(self) -> Rows:
        """The cuts, as rows of a model."""
        entries = self._rows[self._cut].tocoo()
        most = self._most[self._cut]
        return Rows(entries.row, entries.col, entries.data, np.full(len(most), -np.inf), most)

    def _price(self, prices: Floats) -> None:
        """Bound every plan, and those with each pair, by what lines gain at these prices: any prices give a bound."""
        programme, prices = self._programme, np.where(self._wasting, 0, prices)
        gains = self._model.worth - self._rows.T @ prices
        wasting = np.where(programme.waste == NOBODY, 0, np.maximum(0, gains[programme.waste]))
        self._gains = gains[: len(programme)] + (programme.all.most - 1) * wasting
        others = np.maximum(0, gains[programme.others :]) @ self._model.upper[programme.others :]
        bound = float(prices @ self._most + np.maximum(0, self._gains).sum() + others) + programme.constant
        self.bound = min(self.bound, bound)
        self.bounds = np.minimum(self.bounds, bound + np.minimum(0, self._gains))

    def _take_up(self, columns: Integers) -> None:
        """Add columns, and what the new pairs may waste."""
        entries = self._rows[:, columns].tocsc()
        worth, upper = self._model.worth[columns], self._model.upper[columns]
        self._highs.addCols(len(columns), worth, np.zeros(len(columns)), upper, entries.nnz, *_arrays(entries))
        self._columns = np.concatenate([self._columns, columns])
        pairs = columns[columns < len(self._programme)]
        wasting = self._programme.wasted(pairs[self._programme.waste[pairs] != NOBODY])
        self._add(*matrix((wasting,), self._programme.columns), cut=False)

    def _add(self, rows: sparse.csr_matrix, most: Floats, *, cut: bool) -> None:
        known = rows[:, self._columns].tocsr()
        self._highs.addRows(len(most), np.full(len(most), -np.inf), most, known.nnz, *_arrays(known))
        self._rows = sparse.vstack([self._rows, rows], format="csr")
        self._most = np.concatenate([self._most, most])
        for name, value in (("_cut", cut), ("_wasting", not cut), ("_whole", False)):
            setattr(self, name, np.concatenate([getattr(self, name), np.full(len(most), value)]))

    def _forget(self) -> None:
        """Take out the cuts that do not bind."""
        basic = highspy.HighsBasisStatus.kBasic
        loose = self._cut & np.array([status == basic for status in self._highs.getBasis().row_status])
        if loose.any():
            self._highs.deleteRows(int(loose.sum()), np.flatnonzero(loose).astype(np.int32))
            self._rows = self._rows[~loose]
            for name in ("_most", "_cut", "_wasting", "_whole"):
                setattr(self, name, getattr(self, name)[~loose])
            self._highs.run()  # which makes its basis known again

    def _corner(self) -> Corner:
        upper, integral = self._model.upper, self._model.integral
        return Corner(self._rows, self._most, self._whole, self.values, upper, integral)

    def _sums(self) -> list[tuple[Integers, Floats]]:
        """The sums of rows that give the basic columns that should be whole and are not, the least whole first."""
        basic = np.array(self._highs.getBasicVariables()[1])
        column = np.where(basic < 0, 0, self._columns[np.maximum(basic, 0)])
        fraction = np.abs(self.values[column] - np.rint(self.values[column]))
        split = np.flatnonzero((basic >= 0) & self._model.integral[column] & (fraction > FRACTION))
        rows = split[np.argsort(-fraction[split], kind="stable")][:CORNERS]
        sums = []
        for row in rows.tolist():
            factors = np.array(self._highs.getBasisInverseRow(row)[1])
            indices = np.flatnonzero(np.abs(factors) > EXACT)
            sums.append((indices, factors[indices]))
        return [(indices, factors) for indices, factors in sums if len(indices) <= SUMMED]


def matrix(rows: tuple[Rows, ...], columns: int) -> tuple[sparse.csr_matrix, Floats]:
    """The rows as one matrix, and their upper bounds."""
    first = np.cumsum([0, *(len(each.upper) for each in rows)])
    row = np.concatenate([each.row + start for each, start in zip(rows, first[:-1], strict=True)])
    column, value = (np.concatenate([getattr(each, name) for each in rows]) for name in ("column", "value"))
    return sparse.csr_matrix((value, (row, column)), (first[-1], columns)), np.concatenate([r.upper for r in rows])


def _stacked(cuts: list[Cut], columns: int) -> tuple[sparse.csr_matrix, Floats]:
    first = np.cumsum([0, *(len(cut.columns) for cut in cuts)])
    entries = (np.concatenate([cut[place] for cut in cuts]) for place in (1, 0))
    return sparse.csr_matrix((*entries, first), (len(cuts), columns)), np.array([cut.most for cut in cuts])


def _arrays(matrix: Any) -> tuple[Integers, Integers, Floats]:  # Any: of columns or of rows
    return matrix.indptr[:-1].astype(np.int32), matrix.indices.astype(np.int32), matrix.data


def _highs(most: Floats) -> Any:  # Any: highspy has no types
    """An empty linear programme with rows, and no columns yet."""
    highs = solver(presolve="off")
    highs.changeObjectiveSense(highspy.ObjSense.kMaximize)
    nothing = np.zeros(len(most), dtype=np.int32)
    highs.addRows(len(most), np.full(len(most), -np.inf), most, 0, nothing, nothing[:0], np.zeros(0))
    return highs
