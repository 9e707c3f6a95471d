"""The best plan of a network, exactly: HiGHS, started from the best plan known, and its result checked.

First among the pairs that the relaxation finds near, which is where good plans are; then among all of them, with a
programme that the plan found makes tighter; a network too large for that looks among more and more pairs instead. Only
a bound on all pairs proves a plan.
"""

import time
from collections.abc import Iterator

from .checking import violations
from .greedy import completed, filled, greedy
from .milp import Answer, Bools, Model, maximise
from .problem import Line, Options, Problem, Solution, objective, total
from .programme import Programme
from .tightening import tightened

ROUND_OFF = 1e-7  # relative: HiGHS's tolerances leave no objective more exact
AMOUNTS = 10.0  # seconds: amounts alone are a small transportation problem
FEW, MANY = 300, 10_000  # pairs: so few are solved at once, for more than many all at once takes too long
NEAR = 0.01  # how much worse a pair's score may be for a relaxation that does not use it, to begin with
MORE, FARTHEST = 2.0, 1.0  # times as far, the next time, until it is all pairs that could matter
SHARES = 0.2, 0.6, 0.9  # of the time left, for the first look at few pairs, at more, at many
TIGHTENING = 0.4  # of the time left, at most


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
        self._timed_out = False
        self._bound = self._programme.ceiling()
        self.best: tuple[Line, ...] = ()
        self._offer(greedy(problem))

    def run(self) -> None:
        """Look for better plans until the best is proven, or time runs out."""
        scores = self._solved(self._programme.scores())
        self._bound = min(self._bound, scores.bound + self._programme.reachable())
        for near in self._neighbourhoods():
            self._look(self._programme.among(near, self.best), self._share(), everything=bool(near.all()))
            if self._done():
                self._timed_out = self._gap() > self._options.gap
                return
        self._look(self._whole(), 1.0, everything=True)

    def _look(self, model: Model, share: float, *, everything: bool) -> None:
        """Solve a programme, and keep what it finds."""
        answer = self._solved(model, share)
        if answer.values is not None:
            self._offer(self._integral(self._programme.chosen(answer.values)))
        if everything:
            self._bound = min(self._bound, answer.bound)
        self._timed_out = answer.timed_out

    def _done(self) -> bool:
        return self._gap() <= self._options.gap or self._left() <= 0

    def solution(self) -> Solution:
        """What was found."""
        gap = self._gap()
        return Solution(
            lines=self.best,
            objective=self._worth(self.best),
            total=total(self._problem, self.best),
            bound=max(self._bound, self._worth(self.best)),
            gap=gap,
            proven=gap <= self._options.gap + ROUND_OFF,
            timed_out=self._timed_out,
            seconds=time.perf_counter() - self._begun,
        )

    def _neighbourhoods(self) -> Iterator[Bools]:
        """The pairs to look among first."""
        pairs = len(self._programme)
        relaxed, distance = self._solved(self._programme.relaxed()), NEAR if pairs > FEW else float("inf")
        self._offer(completed(self._problem, filled(self._problem, self._programme.settled(relaxed))))
        yield self._programme.near(relaxed, distance)
        while pairs > MANY and distance < FARTHEST:
            distance *= MORE
            yield self._programme.near(relaxed, distance)

    def _share(self) -> float:
        pairs = len(self._programme)
        return SHARES[(pairs > FEW) + (pairs > MANY)]

    def _whole(self) -> Model:
        """The programme of all pairs, as tight as the best plan allows."""
        return tightened(self._programme, self._worth(self.best), until=time.perf_counter() + self._left() * TIGHTENING)

    def _solved(self, model: Model, share: float = 1.0) -> Answer:
        start = self._programme.values(self.best) if model.integral.any() else None
        return maximise(model, time_limit=max(0.0, self._left() * share), gap=self._options.gap, start=start)

    def _integral(self, chosen: Bools) -> tuple[Line, ...]:
        """The best amounts of the lines that are chosen."""
        amounts = maximise(self._programme.model(chosen), time_limit=AMOUNTS, gap=0.0)
        if amounts.values is None:
            raise RuntimeError("the chosen lines have no amounts")
        return self._programme.lines(amounts.values)

    def _offer(self, lines: tuple[Line, ...]) -> None:
        """Keep a plan that is better than the best."""
        if self._worth(lines) > self._worth(self.best):
            self.best = lines

    def _worth(self, lines: tuple[Line, ...]) -> float:
        return objective(self._problem, self._options, lines)

    def _left(self) -> float:
        """How many seconds are left."""
        return self._options.time_limit - (time.perf_counter() - self._begun)

    def _gap(self) -> float:
        worth = self._worth(self.best)
        distance = max(0.0, self._bound - worth)
        return distance / abs(worth) if worth else (float("inf") if distance else 0.0)
