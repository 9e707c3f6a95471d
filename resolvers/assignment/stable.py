"""Plans that nobody would leave: deferred acceptance between needs and those who give.

Source: Gale & Shapley, College Admissions and the Stability of Marriage (1962). A partner holds contracts under two
levels of capacity, its own and that of each resource: a laminar matroid. Choosing greedily from a matroid is
substitutable, so that a stable plan always exists, and the needs, who propose, get the best of all stable ones:
Fleiner, A Fixed-Point Approach to Stable Matchings and Some Applications (2003).
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import chain

from .problem import Line, Pair, Problem

Giver = tuple[str, int]  # a partner, or one of the subdistrict's own resources, which nobody holds together


def stable(problem: Problem) -> tuple[Line, ...]:
    """Let every need propose to its candidates by falling score, ties by index, until nobody is refused any more.

    A need takes one resource at most, wholly, or all the resource has where it may be shared; a resource holds as many
    needs as it could serve if all were like the largest.
    """
    market = _Market(problem)
    held: defaultdict[Giver, list[int]] = defaultdict(list)
    proposing = sorted(market.wishes, reverse=True)
    while proposing:
        wishes = market.wishes[proposing.pop()]
        if wishes:
            wish = wishes.pop()
            giver = market.giver(wish)
            held[giver], refused = market.chosen([*held[giver], wish])
            proposing += [problem.pairs[index].demand for index in refused]
    return tuple(Line(index, market.amounts[index]) for index in sorted(chain(*held.values())))


class _Market:
    """The contracts that can be made, how much each gives, and how either side ranks them."""

    def __init__(self, problem: Problem) -> None:
        self._problem = problem
        self.amounts = {index: amount for index, pair in enumerate(problem.pairs) if (amount := _amount(problem, pair))}
        self.wishes: defaultdict[int, list[int]] = defaultdict(list)  # by need, the best last
        for index in sorted(self.amounts, key=lambda index: (problem.pairs[index].score, -index)):
            self.wishes[problem.pairs[index].demand].append(index)
        self._slots = _slots(problem, self.amounts)

    def giver(self, index: int) -> Giver:
        """Who decides about a contract."""
        supply = self._problem.pairs[index].supply
        carrier = self._problem.supplies[supply].carrier
        return ("supply", supply) if carrier is None else ("carrier", carrier)

    def chosen(self, indices: Iterable[int]) -> tuple[list[int], list[int]]:
        """Part the contracts offered to one giver: those that it holds, best first while both levels last; the rest."""
        pairs = self._problem.pairs
        held: list[int] = []
        refused: list[int] = []
        used: Counter[int] = Counter()
        for index in sorted(indices, key=lambda index: (-pairs[index].giver_score, index)):
            supply = pairs[index].supply
            fits = used[supply] < self._slots[supply] and len(held) < self._room(index)
            (held if fits else refused).append(index)
            used[supply] += fits
        return held, refused

    def _room(self, index: int) -> float:
        """How many contracts the giver of one can hold in all."""
        carrier = self._problem.carrier_of(self._problem.pairs[index])
        return float("inf") if carrier is None else self._problem.carriers[carrier].free


def _amount(problem: Problem, pair: Pair) -> int:
    """How much of the need a contract covers; 0 where it cannot be made."""
    demand, supply = problem.demands[pair.demand], problem.supplies[pair.supply]
    if (demand.quantity if pair.taken is None else pair.taken) <= supply.quantity:
        return demand.quantity
    return supply.quantity if pair.taken is None and demand.divisible else 0


def _slots(problem: Problem, amounts: dict[int, int]) -> dict[int, int]:
    """How many contracts each resource can hold, so that its quantity is never exceeded."""
    largest: dict[int, int] = {}
    for index, amount in amounts.items():
        pair = problem.pairs[index]
        use = amount if pair.taken is None else pair.taken
        largest[pair.supply] = max(1, use, largest.get(pair.supply, 1))
    supplies = problem.supplies
    return {s: 1 if supplies[s].exclusive else supplies[s].quantity // use for s, use in largest.items()}
