"""What a plan of a network is made of: needs, resources, partners and candidate pairs, all referring by index."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from math import floor

SLACK = Fraction(3, 2)  # how many times its share a partner may carry, and one claim more, before that is unfair


@dataclass(frozen=True, slots=True)
class Demand:
    """A need: the quantity still open, whether several resources may share it, and the index of its grid, if any."""

    quantity: int
    divisible: bool
    grid: int | None


@dataclass(frozen=True, slots=True)
class Supply:
    """A resource: the quantity left, its partner (none: the subdistrict's own), and whether one line takes it all."""

    quantity: int
    carrier: int | None
    exclusive: bool


@dataclass(frozen=True, slots=True)
class Carrier:
    """A partner: how many claims it can carry at once, and how many it carries already."""

    capacity: int
    carrying: int

    @property
    def free(self) -> int:
        """How many claims more it can carry."""
        return max(0, self.capacity - self.carrying)


@dataclass(frozen=True, slots=True)
class Pair:
    """A candidate: a resource that could serve a need, and how well by either side.

    `taken` is how many units of the resource it uses up whatever the amount; none where both count in the same unit,
    so that an amount uses up itself. Only a stable plan asks for `giver_score`.
    """

    demand: int
    supply: int
    score: float
    taken: int | None
    giver_score: float


@dataclass(frozen=True, slots=True)
class Problem:
    """A network to be planned for, with the grids that no partner serves yet."""

    demands: tuple[Demand, ...]
    supplies: tuple[Supply, ...]
    carriers: tuple[Carrier, ...]
    pairs: tuple[Pair, ...]
    unserved_grids: frozenset[int]

    def carrier_of(self, pair: Pair) -> int | None:
        """Whose claim the pair would be."""
        return self.supplies[pair.supply].carrier

    def new_grid_of(self, pair: Pair) -> int | None:
        """The grid that the pair would be the first to serve."""
        grid = self.demands[pair.demand].grid
        return grid if grid in self.unserved_grids else None


@dataclass(frozen=True, slots=True)
class Options:
    """What a plan is worth, and when to stop looking for a better one.

    `fairness` is lost for every claim by which a partner exceeds its allowance, `reach` won for every grid served for
    the first time. `time_limit` is in seconds; `gap` is relative to the objective. None of them may be negative.
    """

    fairness: float = 0.2
    reach: float = 0.3
    time_limit: float = 20.0
    gap: float = 1e-5

    def __post_init__(self) -> None:
        for name in self.__slots__:
            if not getattr(self, name) >= 0:
                raise ValueError(f"{name} must not be negative")


@dataclass(frozen=True, slots=True)
class Line:
    """One claim of a plan: the index of its pair, and how many units of the need it covers."""

    pair: int
    amount: int


@dataclass(frozen=True, slots=True)
class Solution:
    """A plan, its objective, and how far from the best it can be at most.

    `total` is the sum of score x amount / quantity. No plan is worth more than `bound`; `gap` is the distance to it,
    relative to the objective, and the plan is `proven` best when it is no more than asked for.
    """

    lines: tuple[Line, ...]
    objective: float
    total: float
    bound: float
    gap: float
    proven: bool
    timed_out: bool
    seconds: float


def taken(problem: Problem, line: Line) -> int:
    """How many units of its resource a line uses up."""
    pair = problem.pairs[line.pair]
    return line.amount if pair.taken is None else pair.taken


def total(problem: Problem, lines: Iterable[Line]) -> float:
    """Add up score x amount / quantity."""
    pairs, demands = problem.pairs, problem.demands
    return sum(pairs[line.pair].score * line.amount / demands[pairs[line.pair].demand].quantity for line in lines)


def allowances(problem: Problem) -> list[int]:
    """How many claims each partner may carry before that counts as unfair: one, and `SLACK` times its share.

    Its share is of all claims, as its capacity is of all capacities. All claims are those carried already and one for
    each need, as far as the capacities go: fixed before any plan, for a share of the plan's own claims would rise
    with every need that is split, and reward it. Claims are whole, and so is the allowance: a second, dearer tier of
    each partner's capacity.
    """
    claims = sum(carrier.carrying for carrier in problem.carriers) + len(problem.demands)
    capacities = sum(carrier.capacity for carrier in problem.carriers)
    each = min(Fraction(1), Fraction(claims, capacities or 1))
    return [1 + floor(SLACK * carrier.capacity * each) for carrier in problem.carriers]


def excesses(problem: Problem, lines: Iterable[Line]) -> list[int]:
    """By how many claims each partner exceeds its allowance."""
    more = Counter(problem.carrier_of(problem.pairs[line.pair]) for line in lines)
    loads = [carrier.carrying + more[index] for index, carrier in enumerate(problem.carriers)]
    return [max(0, load - allowance) for load, allowance in zip(loads, allowances(problem), strict=True)]


def reached(problem: Problem, lines: Iterable[Line]) -> int:
    """How many grids are served for the first time."""
    grids = {problem.new_grid_of(problem.pairs[line.pair]) for line in lines}
    return len(grids - {None})


def objective(problem: Problem, options: Options, lines: Iterable[Line]) -> float:
    """Say what a plan is worth: its scores, less what is unfair, and the grids that it reaches."""
    lines = tuple(lines)
    unfair = options.fairness * sum(excesses(problem, lines))
    return total(problem, lines) - unfair + options.reach * reached(problem, lines)
