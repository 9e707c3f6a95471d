"""Parts of a plan that are planned anew while the rest stays: needs that compete for the same resources and partners.

Source: Shaw, Using Constraint Programming and Local Search Methods to Solve Vehicle Routing Problems (1998), who
introduced large neighbourhood search.
"""

from collections import deque
from dataclasses import replace

import numpy as np

from .milp import Bools, Floats, Integers, Model, Rows, restricted
from .programme import Programme
from .relaxation import Relaxation, matrix

NEEDS = 200  # of the first neighbourhood
SMALLER, LARGER = 0.7, 1.1  # the next one where it was not solved in time, and where it was
NEAR = 3  # pairs for each need, of those with the highest bounds, that may come into a plan


class Neighbourhoods:
    """The neighbourhoods around one need after the other, in an order that is the same for the same programme."""

    def __init__(self, programme: Programme, relaxation: Relaxation, near: int = NEAR) -> None:
        model = programme.model()
        self._programme, self._columns, self._needs = programme, replace(model, rows=()), float(NEEDS)
        self._near = np.zeros(len(programme), dtype=np.bool_)
        self._near[np.argsort(-relaxation.bounds, kind="stable")[: near * len(programme.needed)]] = True
        rows, self._most = matrix((*model.rows, relaxation.cuts()), programme.columns)
        self._rows = rows.tocsc()
        self._random = np.random.default_rng(0)
        self._waiting: deque[int] = deque()

    def next(self, values: Floats) -> tuple[Model, Integers]:
        """Return what a plan may still change around the next need, as a model of the columns that are returned too."""
        if not self._waiting:
            self._waiting.extend(self._random.permutation(np.unique(self._programme.all.demand)).tolist())
        within = np.isin(self._programme.all.demand, self._around(self._waiting.popleft()))
        return self._freed(values, within & (self._near | self._programme.chosen(values)))

    def resize(self, *, timed_out: bool) -> None:
        """Make the next neighbourhood smaller or larger, as this one could not or could be solved in time."""
        self._needs *= SMALLER if timed_out else LARGER

    def _around(self, need: int) -> Integers:
        """Needs that share resources or partners with a need, and with those, until there are enough of them."""
        of = self._programme.all
        demand, supply, carrier = (each[self._near] for each in (of.demand, of.supply, of.carrier))
        found, most = np.array([need]), max(1, int(self._needs))
        while True:
            theirs = np.isin(demand, found)
            rivals = np.isin(supply, supply[theirs]) | (np.isin(carrier, carrier[theirs]) & (carrier >= 0))
            wider = np.unique(demand[rivals])
            if len(wider) > most:
                more = np.setdiff1d(wider, found)
                return np.concatenate([found, self._random.permutation(more)[: most - len(found)]])
            if len(wider) <= len(found):
                return found
            found = wider

    def _freed(self, values: Floats, pairs: Bools) -> tuple[Model, Integers]:
        """The model in which all other pairs stay as they are."""
        columns = self._programme.columns_of(pairs)
        entries = self._rows[:, columns]
        left = self._most - self._rows @ values + entries @ values[columns]
        kept = np.flatnonzero(np.diff(entries.tocsr().indptr))
        here = entries.tocsr()[kept].tocoo()
        rows = Rows(here.row, here.col, here.data, np.full(len(kept), -np.inf), left[kept])
        return replace(restricted(self._columns, columns), rows=(rows,)), columns
