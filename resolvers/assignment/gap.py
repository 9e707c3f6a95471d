"""Generalised assignment, exactly: jobs to agents within their capacities, for the best sum of scores."""

import time
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

import numpy as np

from .gap_files import Instance, read
from .milp import Answer, Bools, Floats, Integers, Model, Rows, at_most, maximise

EXACT = 0.0  # the gap asked for in a report
ROUND_OFF = 1e-7  # as the solver leaves of a gap that is nothing
FITS = 1 + 1e-9  # how far a sum of decimals may be off


@dataclass(frozen=True, slots=True)
class Assigned:
    """The best assignment found: each job's agent or none; `value` and `assignment` are none where there is none.

    No assignment is better than `bound`; `gap` is the distance to it, relative to the value. `proven` without a value
    means that no assignment exists. `seconds` is how long it took.
    """

    value: float | None
    bound: float
    gap: float
    proven: bool
    assignment: tuple[int | None, ...] | None
    seconds: float


def solve(instance: Instance, *, maximal: bool, every_job: bool, time_limit: float, gap: float) -> Assigned:
    """Find the largest or smallest sum, within a relative gap, or as far as the time (seconds) lasts.

    With `every_job` none may be left over; without it any may.
    """
    begun = time.perf_counter()
    sign = 1.0 if maximal else -1.0
    pairs = _pairs(instance, sign, every_job=every_job)
    model = _model(instance, sign, pairs, every_job=every_job)
    start = _start(instance, sign, pairs, every_job=every_job)
    answer = _within_capacities(instance, model, pairs, until=begun + time_limit, gap=gap, start=start)
    bound = sign * answer.bound
    if answer.values is None:
        return Assigned(None, bound, float("inf"), answer.infeasible, None, time.perf_counter() - begun)
    chosen = _chosen(instance, pairs, answer.values)
    _check(chosen, every_job=every_job)
    value = _sum(instance.scores[chosen])
    left = max(0.0, sign * (bound - value))
    distance = left / abs(value) if value else (float("inf") if left else 0.0)
    agents = tuple(int(column.argmax()) if column.any() else None for column in chosen.T)
    return Assigned(value, bound, distance, distance <= gap + ROUND_OFF, agents, time.perf_counter() - begun)


def _pairs(instance: Instance, sign: float, *, every_job: bool) -> Integers:
    """Where in the tables is what may be assigned: an agent could do it and, if jobs may be left over, it gains."""
    possible = (instance.demands <= instance.capacities[:, None]) & ~np.isnan(instance.scores)
    return np.flatnonzero(possible if every_job else possible & (sign * instance.scores > 0))


def _model(instance: Instance, sign: float, pairs: Integers, *, every_job: bool) -> Model:
    """One column for each pair."""
    jobs = instance.scores.shape[1]
    agent, job = np.divmod(pairs, jobs)
    columns = np.arange(len(pairs))
    return Model(
        worth=sign * instance.scores.flat[pairs],
        lower=np.zeros(len(pairs)),
        upper=np.ones(len(pairs)),
        integral=np.ones(len(pairs), dtype=np.bool_),
        rows=(
            at_most(np.ones(jobs), (job, columns, 1), lower=1.0 if every_job else 0.0),
            at_most(instance.capacities, (agent, columns, instance.demands.flat[pairs])),
        ),
    )


def _start(instance: Instance, sign: float, pairs: Integers, *, every_job: bool) -> Floats | None:
    """What to begin with: the pairs by falling gain, as far as they fit; none where a job that must be done is left."""
    agents, jobs = (each.tolist() for each in np.divmod(pairs, instance.scores.shape[1]))
    demands, left = instance.demands.flat[pairs].tolist(), instance.capacities.tolist()
    values, waiting = np.zeros(len(pairs)), set(range(instance.scores.shape[1]))
    for place in np.argsort(-sign * instance.scores.flat[pairs], kind="stable").tolist():
        if jobs[place] in waiting and demands[place] <= left[agents[place]]:
            waiting.remove(jobs[place])
            left[agents[place]] -= demands[place]
            values[place] = 1
    return None if every_job and waiting else values


def _within_capacities(
    instance: Instance, model: Model, pairs: Integers, *, until: float, gap: float, start: Floats | None
) -> Answer:
    """Solve, and again without the sets of jobs that only the solver's tolerances let one agent have: finitely many."""
    while True:
        answer = maximise(model, time_limit=max(until - time.perf_counter(), 0.0), gap=gap, start=start)
        if answer.values is None:
            return answer
        used = _chosen(instance, pairs, answer.values)
        beyond = np.flatnonzero((instance.demands * used).sum(axis=1) > instance.capacities * FITS)
        if not len(beyond):
            return answer
        model = replace(model, rows=(*model.rows, _covers(instance, pairs, used, beyond)))


def _covers(instance: Instance, pairs: Integers, used: Bools, beyond: Integers) -> Rows:
    """Not all of the jobs that an agent has now: one row for each agent whose capacity they exceed."""
    agent, job = np.divmod(pairs, instance.scores.shape[1])
    row = np.full(len(instance.capacities), -1)
    row[beyond] = np.arange(len(beyond))
    columns = np.flatnonzero((row[agent] >= 0) & used[agent, job])
    return at_most(used[beyond].sum(axis=1) - 1.0, (row[agent[columns]], columns, 1))


def _chosen(instance: Instance, pairs: Integers, values: Floats) -> Bools:
    """Which agent does which job."""
    chosen = np.zeros(instance.scores.shape, dtype=np.bool_)
    chosen.flat[pairs[values > 0.5]] = True
    return chosen


def _check(chosen: Bools, *, every_job: bool) -> None:
    """Refuse what the solver must never answer."""
    jobs = chosen.sum(axis=0)
    if (jobs > 1).any() or (every_job and (jobs < 1).any()):
        raise RuntimeError("an assignment breaks its constraints")


def _sum(scores: Floats) -> float:
    """The exact sum of the decimals that the file gave: a whole number where it is one, however large."""
    total = sum((Decimal(repr(score)) for score in scores.tolist()), Decimal())
    return int(total) if total == total.to_integral_value() else float(total)


def report(path: Path, *, maximal: bool, every_job: bool, time_limit: float) -> str:
    """Solve all problems of a file, each within so many seconds; return one line for each in Chinese and English."""
    return "\n".join(
        f"{number}: {_line(solve(instance, maximal=maximal, every_job=every_job, time_limit=time_limit, gap=EXACT))}"
        for number, instance in enumerate(read(path), 1)
    )


def _line(found: Assigned) -> str:
    if found.value is None:
        why = "无可行解 infeasible" if found.proven else "限时内未找到可行解 nothing found in time"
        return f"{why}, {found.seconds:.2f} s"
    proven = "已证最优 proven optimal" if found.proven else f"未证最优 not proven, gap {found.gap:.2e}"
    agents = " ".join("-" if agent is None else str(agent + 1) for agent in found.assignment or ())
    bound = np.format_float_positional(found.bound, precision=9, trim="-")
    return (
        f"目标值 value {found.value}, 界 bound {bound}, {proven}, {found.seconds:.2f} s; "
        f"各任务的代理 agent of each job: {agents}"
    )
