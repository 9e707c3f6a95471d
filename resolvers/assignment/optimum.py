"""The best plan of a network, exactly: cuts make the relaxation tight, HiGHS does the rest, and the plan is checked.

Good plans are among the pairs that lose little in the tight relaxation; and once such a plan is known, most other pairs
cannot be in a better one, whatever else is: what is left is small enough to be solved exactly.
"""

import time
from dataclasses import replace

import numpy as np

from .checking import violations
from .greedy import completed, filled, greedy
from .milp import Bools, maximise, restricted
from .problem import Line, Options, Problem, Solution, objective, total
from .programme import HALF, Programme
from .relaxation import Relaxation

ROUND_OFF = 1e-7  # relative: HiGHS's tolerances leave no objective more exact
AMOUNTS = 10.0  # seconds: amounts alone are a small transportation problem
FEW = 300  # pairs: so few are solved at once
NEAR = 0.02  # how much worse a pair's score may be for a relaxation that does not use it, to begin with
WIDER = (0.0005, 0.0015, 0.005, NEAR)  # and for a plan, in turn: few pairs are soon solved
ROUNDS, STALLED = 40, 4  # of cuts at most, and of so many that together gain no more than a part of the gap
PART = 0.2  # of the gap asked for
SETTLED = 1 - 1e-6  # a pair that the tight relaxation uses so far has a line in the first plan
TIGHTENING = 0.4  # of the time left, at most, for cuts
USED_ONLY = 0.9  # of the time left then, at most, for the plan of the pairs that they leave in use


def optimum(problem: Problem, options: Options) -> Solution:
    """Find the plan whose objective is highest, within the gap, or the best one when time runs out.

    The same problem gives the same plan, unless time runs out.
    """
    search = _Search(problem, options)
    search.run()
    broken = violations(problem, search.best)
    if broken:
        raise RuntimeError(f"a plan breaks {len(broken)} rules: {broken[0]}")
    return search.solution()


class _Search:
    """The best plan so far, and what none exceeds."""

    def __init__(self, problem: Problem, options: Options) -> None:
        self._begun = time.perf_counter()
        self._problem, self._options = problem, options
        self._programme = Programme(problem, options)
        self._bound = self._programme.ceiling()
        self.best: tuple[Line, ...] = ()
        self._offer(greedy(problem))

    def run(self) -> None:
        """Look for better plans until the best is proven, or time runs out."""
        relaxation = self._relaxation()
        if relaxation and not self._done():
            used = relaxation.values[: len(self._programme)]
            self._offer(completed(self._problem, filled(self._problem, self._programme.pairs(used > HALF))))
            self._look(relaxation, used > 0, USED_ONLY, settled=used > SETTLED)
        for near in WIDER:
            if relaxation and not self._done():
                self._look(relaxation, relaxation.bounds > relaxation.bound - near, 1.0)
        if not self._done():
            self._prove(relaxation)

    def solution(self) -> Solution:
        """What was found."""
        gap = self._gap()
        proven = gap <= self._options.gap + ROUND_OFF
        return Solution(
            lines=self.best,
            objective=self._worth(self.best),
            total=total(self._problem, self.best),
            bound=max(self._bound, self._worth(self.best)),
            gap=gap,
            proven=proven,
            timed_out=not proven,
            seconds=time.perf_counter() - self._begun,
        )

    def _relaxation(self) -> Relaxation | None:
        """The tight relaxation of a network that is worth it, as far as the time lasts."""
        if len(self._programme) <= FEW:
            return None
        relaxed = maximise(self._programme.relaxed(), time_limit=self._left(), gap=0.0)
        if relaxed.values is None or relaxed.reduced is None:
            return None
        near = (relaxed.reduced > -NEAR)[: len(self._programme)]
        relaxation = Relaxation(self._programme, near, until=time.perf_counter() + self._left() * TIGHTENING)
        bounds: list[float] = []
        while relaxation.solve() and self._gaining([*bounds, relaxation.bound]) and relaxation.tighten():
            bounds.append(relaxation.bound)
        self._bound = min(self._bound, relaxation.bound)
        return relaxation

    def _gaining(self, bounds: list[float]) -> bool:
        """Whether further cuts promise something, after rounds that gave these bounds."""
        if len(bounds) <= STALLED:
            return True
        gained = bounds[-STALLED - 1] - bounds[-1]
        return len(bounds) <= ROUNDS and gained > PART * self._options.gap * abs(bounds[-1])

    def _prove(self, relaxation: Relaxation | None) -> None:
        """Look among all pairs that could be in a better plan than the best."""
        least, every = self._worth(self.best), np.ones(len(self._programme), dtype=np.bool_)
        bound = self._look(relaxation, relaxation.bounds > least if relaxation else every, 1.0)
        self._bound = min(self._bound, max(least, bound))

    def _look(self, relaxation: Relaxation | None, pairs: Bools, share: float, settled: Bools | None = None) -> float:
        """Solve the programme of some pairs and those of the best plan, keep what it finds, and return its bound."""
        programme, start = self._programme, self._programme.values(self.best)
        columns = programme.columns_of(pairs | programme.chosen(start))
        model = programme.model()
        if relaxation:
            model = replace(model, rows=(*model.rows, relaxation.cuts()))
        if settled is not None:
            model.lower[: len(programme)] = settled
        limit = max(0.0, self._left() * share)
        answer = maximise(restricted(model, columns), time_limit=limit, gap=self._options.gap / 2, start=start[columns])
        if answer.values is None:
            return np.inf
        values = np.zeros(programme.columns)
        values[columns] = answer.values
        self._offer(self._integral(programme.chosen(values)))
        return answer.bound + programme.constant

    def _integral(self, chosen: Bools) -> tuple[Line, ...]:
        """The best amounts of the lines that are chosen."""
        model, columns = self._programme.model(chosen), self._programme.columns_of(chosen)
        amounts = maximise(restricted(model, columns), time_limit=AMOUNTS, gap=0.0)
        if amounts.values is None:
            raise RuntimeError("the chosen lines have no amounts")
        values = np.zeros(self._programme.columns)
        values[columns] = amounts.values
        return self._programme.lines(values)

    def _offer(self, lines: tuple[Line, ...]) -> None:
        """Keep a plan that is better than the best."""
        if self._worth(lines) > self._worth(self.best):
            self.best = lines

    def _done(self) -> bool:
        return self._gap() <= self._options.gap or self._left() <= 0

    def _worth(self, lines: tuple[Line, ...]) -> float:
        return objective(self._problem, self._options, lines)

    def _left(self) -> float:
        """How many seconds are left."""
        return max(0.0, self._options.time_limit - (time.perf_counter() - self._begun))

    def _gap(self) -> float:
        worth = self._worth(self.best)
        distance = max(0.0, self._bound - worth)
        return distance / abs(worth) if worth else (float("inf") if distance else 0.0)
