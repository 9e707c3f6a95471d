"""The best plan of a network, exactly: cuts make the relaxation tight, HiGHS does the rest, and the plan is checked.

A network of a subdistrict's size is solved at once, or tried to. In a larger one good plans are among the pairs that
lose little in the tight relaxation; and once such a plan is known, most other pairs cannot be in a better one, whatever
else is: what is left is small enough to be solved exactly. Where everything is so scarce that this takes too long, the
best known plan is made better a part at a time.
"""

import time
from dataclasses import replace

import numpy as np

from .checking import violations
from .greedy import completed, filled, greedy
from .milp import Answer, Bools, Floats, maximise, restricted
from .neighbourhoods import Neighbourhoods
from .problem import Line, Options, Problem, Solution, objective, total
from .programme import Programme
from .relaxation import Relaxation

ROUND_OFF = 1e-7  # relative: HiGHS's tolerances leave no objective more exact
AMOUNTS = 10.0  # seconds: amounts alone are a small transportation problem
FEW, MODERATE = 1500, 10_000  # pairs: so few are solved at once, and so many tried to
AT_ONCE = 0.25  # of the time, at most, for the try
NEAR = 0.02  # how much worse a pair's score may be for a relaxation that does not use it, to begin with
NEAREST = 0.0005  # and for a plan: few pairs are soon solved
WIDER = (0.0015, 0.005, NEAR)  # then, in turn
ROUNDS, STALLED = 40, 4  # of cuts at most, and of so many that together gain no more than a part of the gap
PART = 0.2  # of the gap asked for
FAR = 0.001  # a gap that looking among the nearest pairs will not close
SETTLED = 1 - 1e-6  # a pair that the tight relaxation uses so far has a line in the first plan
TIGHTENING, FURTHER = 0.4, 0.5  # of the time left, at most, for cuts, and for more of them once there is a plan
ROUND = 0.2  # of all the time, at most, for a round of cuts
USED_ONLY, NEAREST_ONLY = 0.4, 0.65  # of the time left, at most, for the plans of the pairs in use and of the nearest
ANEW, GIVE_UP = 1.0, 100  # seconds for a neighbourhood, and how many in turn may give nothing better


def optimum(problem: Problem, options: Options) -> Solution:
    """Find the plan whose objective is highest, within the gap, or the best one when time runs out.

    The same problem gives the same plan, unless the time runs out, or the share of a step in it.
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
        if FEW < len(self._programme) <= MODERATE:
            self._prove(None, AT_ONCE)
        relaxation = self._relaxation()
        if relaxation and not self._done():
            if not (self._tighten(relaxation, TIGHTENING) and self._looked_near(relaxation)):
                self._improve(relaxation)
            if not self._done():
                self._tighten(relaxation, FURTHER)
        for near in WIDER:
            if relaxation and not self._done():
                self._look(relaxation, relaxation.bounds > relaxation.bound - near, 1.0)
        if not self._done():
            self._prove(relaxation, 1.0)

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
        """The relaxation of a network that is worth it, without cuts yet; and the plan nearest to it."""
        if len(self._programme) <= FEW or self._done():
            return None
        relaxed = maximise(self._programme.relaxed(), time_limit=self._left(), gap=0.0)
        if relaxed.values is None or relaxed.reduced is None:
            return None
        self._round(relaxed.values)
        return Relaxation(self._programme, (relaxed.reduced > -NEAR)[: len(self._programme)])

    def _tighten(self, relaxation: Relaxation, share: float) -> bool:
        """Add cuts as long as that promises something, for a share of the time left; return whether it was enough."""
        end, bounds = self._left() * share + time.perf_counter(), list[float]()
        while relaxation.solve(min(end, time.perf_counter() + ROUND * self._options.time_limit)):
            bounds.append(relaxation.bound)
            self._bound = min(self._bound, relaxation.bound)
            if self._done() or not self._gaining(bounds) or not relaxation.tighten():
                return True
        return len(bounds) > 1

    def _gaining(self, bounds: list[float]) -> bool:
        """Whether further cuts promise something, after rounds that gave these bounds."""
        if len(bounds) <= STALLED:
            return True
        gained = bounds[-STALLED - 1] - bounds[-1]
        return len(bounds) <= ROUNDS and gained > PART * self._options.gap * abs(bounds[-1])

    def _looked_near(self, relaxation: Relaxation) -> bool:
        """Look among the pairs that the tight relaxation uses, then among the nearest; return whether time sufficed."""
        self._round(relaxation.values)
        used = relaxation.values[: len(self._programme)]
        if self._look(relaxation, used > 0, USED_ONLY, settled=used > SETTLED).timed_out or self._gap() > FAR:
            return False
        near = relaxation.bounds > relaxation.bound - NEAREST
        return self._done() or not self._look(relaxation, near, NEAREST_ONLY).timed_out

    def _improve(self, relaxation: Relaxation) -> None:
        """Plan one neighbourhood after the other anew, until many in turn give nothing better."""
        places, failed = Neighbourhoods(self._programme, relaxation), 0
        while not self._done() and failed < GIVE_UP:
            values, before = self._programme.values(self.best), self._worth(self.best)
            model, columns = places.next(values)
            limit, gap = min(ANEW, self._left()), self._options.gap / 2
            answer = maximise(model, time_limit=limit, gap=gap, start=values[columns])
            places.resize(timed_out=answer.timed_out)
            if answer.values is not None:
                values[columns] = answer.values
                self._offer(self._integral(self._programme.chosen(values)))
            failed = 0 if self._worth(self.best) > before else failed + 1

    def _prove(self, relaxation: Relaxation | None, share: float) -> None:
        """Look among all pairs that could be in a better plan than the best, for a share of the time left."""
        least, every = self._worth(self.best), np.ones(len(self._programme), dtype=np.bool_)
        found = self._look(relaxation, relaxation.bounds > least if relaxation else every, share)
        self._bound = min(self._bound, max(least, found.bound))

    def _look(self, relaxation: Relaxation | None, pairs: Bools, share: float, settled: Bools | None = None) -> Answer:
        """Solve the programme of some pairs and those of the best plan, for a share of the time; keep what it finds."""
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
            return replace(answer, bound=np.inf)
        values = np.zeros(programme.columns)
        values[columns] = answer.values
        self._offer(self._integral(programme.chosen(values)))
        return replace(answer, bound=answer.bound + programme.constant)

    def _round(self, values: Floats) -> None:
        """Offer the plan of the pairs that a relaxation uses for the greater part."""
        used = self._programme.pairs(self._programme.chosen(values))
        self._offer(completed(self._problem, filled(self._problem, used)))

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
