"""The plan that anybody would make by hand: the best score first, and as much of it as fits."""

from collections.abc import Iterable
from heapq import heappop, heappush

from .problem import Line, Problem
from .rooms import Room


def greedy(problem: Problem) -> tuple[Line, ...]:
    """Take the pairs by falling score, ties by index, each as far as there is room; none that is worth nothing."""
    pairs = problem.pairs
    order = sorted((index for index in range(len(pairs)) if pairs[index].score > 0), key=lambda i: -pairs[i].score)
    return filled(problem, order)


def filled(problem: Problem, order: Iterable[int]) -> tuple[Line, ...]:
    """Take the pairs in that order, each as much as fits."""
    room, found = Room(problem), list[Line]()
    for index in order:
        amount = room.amount(problem.pairs[index])
        if amount:
            found.append(Line(index, amount))
            room.put(found[-1])
    return tuple(sorted(found, key=lambda line: line.pair))


def completed(problem: Problem, lines: Iterable[Line]) -> tuple[Line, ...]:
    """Add to a plan, line by line, the one that adds most to its scores, as long as one fits."""
    room, found = Room(problem), list(lines)
    for line in found:
        room.put(line)
    taken = {line.pair for line in found}
    waiting = [
        (-float("inf"), index) for index, pair in enumerate(problem.pairs) if index not in taken and pair.score > 0
    ]
    while waiting:
        worth, index = heappop(waiting)
        amount = room.amount(problem.pairs[index])
        now = -problem.pairs[index].score * amount / problem.demands[problem.pairs[index].demand].quantity
        if now <= worth:  # nothing else can add more, for what a line adds only falls
            found.append(Line(index, amount))
            room.put(found[-1])
        elif amount:
            heappush(waiting, (now, index))
    return tuple(sorted(found, key=lambda line: line.pair))
