"""How well an order of candidates foresees what was chosen: the usual figures of retrieval.

Candidates with the same key stand in a random order, and the figures are what is to be expected then; so an order
that knows nothing is the random one, without any dice.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from .cases import Case, Task
from .columns import Floats

HITS, DEPTH = 5, 10


class Order(NamedTuple):
    """Weights of the parts, in the order of `PARTS`; and whether what is neither related nor alike comes last."""

    weights: Floats
    chooses: bool


@dataclass
class Figures:
    """Sums over cases: of those chosen and kept, how many, how many in the first five, 1 / rank and nDCG (Järvelin and
    Kekäläinen, Cumulated Gain-Based Evaluation of IR Techniques, 2002); of those declined, how many and the sum of the
    shares of candidates before them (0 first, 1 last). `ownerless` had nothing to be scored by.
    """

    chosen: int = 0
    hits: float = 0.0
    reciprocal: float = 0.0
    gain: float = 0.0
    declined: int = 0
    percentile: float = 0.0
    ownerless: int = 0

    def add(self, case: Case, order: Order) -> None:
        """Count a case in."""
        if not len(case.values):
            self.ownerless += 1
            return
        keys = _keys(case, order)
        ranks = _ranks(keys, case.chosen)
        if not case.grade:
            self.declined += 1
            self.percentile += (ranks.mean() - 0.5) / len(keys)
            return
        self.chosen += 1
        self.hits += (ranks <= HITS).mean()
        self.reciprocal += (1 / ranks).mean()
        self.gain += _ndcg(case, keys)

    def means(self) -> tuple[float, float, float, float]:
        """Return the hit rate, MRR, nDCG and the mean percentile of what was declined; NaN where there is no case."""
        chosen, declined = self.chosen or np.nan, self.declined or np.nan
        return self.hits / chosen, self.reciprocal / chosen, self.gain / chosen, self.percentile / declined


class Measured:
    """The figures of several orders of a task's candidates, by the names of the orders."""

    def __init__(self, orders: dict[str, Order]) -> None:
        self.orders = orders
        self.figures = {name: Figures() for name in orders}

    def add(self, case: Case) -> None:
        """Count a case in for each order."""
        for name, order in self.orders.items():
            self.figures[name].add(case, order)


def measure(found: Iterable[Case], measured: dict[Task, Measured]) -> None:
    """Count cases in, each for its task."""
    for case in found:
        measured[case.task].add(case)


def _keys(case: Case, order: Order) -> Floats:
    """Keys of the candidates, the greatest first: by the best of the chooser's own; what is beyond limits last."""
    scores = case.values @ order.weights
    keys = scores + 2 * (case.shown & order.chooses) + 4 * case.within
    best: Floats = np.round(keys, 9).max(axis=0)
    return best


def _ranks(keys: Floats, place: int) -> Floats:
    """The ranks, from 1, that a candidate may have among those with the same key."""
    before, same = (keys > keys[place]).sum(), (keys == keys[place]).sum()
    return np.arange(before + 1, before + same + 1, dtype=float)


def _discounts(ranks: Floats) -> Floats:
    discounts: Floats = np.where(ranks <= DEPTH, 1 / np.log2(ranks + 1), 0)
    return discounts


def _ndcg(case: Case, keys: Floats) -> float:
    relevant = np.flatnonzero(case.gains)
    gain = sum(case.gains[place] * _discounts(_ranks(keys, int(place))).mean() for place in relevant)
    ideal = np.sort(case.gains[relevant])[::-1]
    return float(gain / (ideal * _discounts(np.arange(1.0, len(ideal) + 1))).sum())
