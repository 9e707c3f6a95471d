"""Generalised assignment: against brute force, on generated instances of the literature's types, and its files."""

import json
import math
from itertools import product
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resolvers.assignment.gap import report, solve
from resolvers.assignment.gap_files import GapFileError, Instance, read
from resolvers.assignment.milp import Floats

SCRIPT = "2 3\n 1 2 3\n 4 5 6\n 1 1 1\n 1 1 1\n 2 2\n"  # 2 agents, 3 jobs


def generated(kind: str, agents: int, jobs: int, seed: int) -> Instance:
    """An instance as Chu & Beasley, A Genetic Algorithm for the Generalised Assignment Problem (1997), make them."""
    random = np.random.default_rng(seed)
    shape = (agents, jobs)
    if kind == "D":
        demands = random.integers(1, 101, shape)
        costs = 111 - demands + random.integers(-10, 11, shape)
    else:
        demands, costs = random.integers(5, 26, shape), random.integers(10, 51, shape)
    if kind in "AB":
        cheapest = demands[costs.argmin(axis=0), np.arange(jobs)]
        most = max(cheapest[costs.argmin(axis=0) == agent].sum() for agent in range(agents))
        capacities = np.full(agents, 0.6 * (jobs / agents) * 15 + 0.4 * most) * (1.0 if kind == "A" else 0.7)
    else:
        capacities = 0.8 * demands.sum(axis=1) / agents
    return Instance(costs.astype(float), demands.astype(float), np.floor(capacities))


def brute_force(instance: Instance, *, maximal: bool, every_job: bool) -> float | None:
    agents, jobs = instance.scores.shape
    best = None
    for chosen in product([*range(agents), *([] if every_job else [None])], repeat=jobs):
        used, value = [0.0] * agents, 0.0
        for job, agent in enumerate(chosen):
            if agent is not None:
                used[agent] += instance.demands[agent, job]
                value += instance.scores[agent, job]
        if (
            not math.isnan(value)
            and all(used <= instance.capacities)
            and (best is None or (value > best if maximal else value < best))
        ):
            best = value
    return best


@st.composite
def instances(draw: st.DrawFn) -> Instance:
    agents, jobs = draw(st.integers(1, 3)), draw(st.integers(1, 4))

    def table(numbers: st.SearchStrategy[int | None]) -> Floats:
        row = st.lists(numbers, min_size=jobs, max_size=jobs)
        return np.array(draw(st.lists(row, min_size=agents, max_size=agents)), float)

    scores, demands = table(st.integers(-5, 20) | st.none()), table(st.integers(0, 10))
    capacities = draw(st.lists(st.integers(0, 15), min_size=agents, max_size=agents))
    return Instance(scores, demands, np.array(capacities, float))


@settings(max_examples=200, deadline=None)
@given(instances(), st.booleans(), st.booleans())
def test_no_assignment_is_better(instance: Instance, maximal: bool, every_job: bool) -> None:
    found = solve(instance, maximal=maximal, every_job=every_job, time_limit=10, gap=0)
    expected = brute_force(instance, maximal=maximal, every_job=every_job)
    assert found.proven
    assert (found.value is None) == (expected is None)
    if expected is not None:
        assert found.value == pytest.approx(expected, abs=1e-6)
        assert found.bound == pytest.approx(expected, abs=1e-6)


@pytest.mark.parametrize(
    ("kind", "agents", "jobs"),
    [
        ("A", 5, 100),
        ("A", 10, 100),
        ("B", 5, 100),
        ("B", 10, 100),
        ("C", 5, 60),
        ("C", 10, 60),
        ("C", 10, 100),
        ("D", 5, 20),
    ],
)
def test_the_optimum_of_the_literatures_types_is_proven(kind: str, agents: int, jobs: int) -> None:
    instance = generated(kind, agents, jobs, 1)
    found = solve(instance, maximal=False, every_job=True, time_limit=60, gap=0)
    assert found.proven
    assert found.assignment is not None
    used = np.zeros(agents)
    for job, agent in enumerate(found.assignment):
        assert agent is not None
        used[agent] += instance.demands[agent, job]
    assert (used <= instance.capacities).all()
    assert found.value == sum(instance.scores[agent or 0, job] for job, agent in enumerate(found.assignment))
    assert found.value >= instance.scores.min(axis=0).sum()


def test_time_runs_out() -> None:
    found = solve(generated("D", 20, 200, 1), maximal=False, every_job=True, time_limit=0, gap=0)
    assert not found.proven
    assert found.value is None or found.value > found.bound
    begun = solve(generated("D", 20, 200, 1), maximal=True, every_job=False, time_limit=0, gap=0)
    assert not begun.proven
    assert begun.value is not None
    assert 0 < begun.value < begun.bound


def written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_every_form_of_a_file_says_the_same(tmp_path: Path) -> None:
    single, several = written(tmp_path / "1", SCRIPT), written(tmp_path / "2", f"2\n{SCRIPT}{SCRIPT}")
    content = {"capacities": [2, 2], "demands": [1, 1, 1], "scores": [[1, 2, 3], [4, 5, 6]]}
    per_job = written(tmp_path / "3", json.dumps(content))
    per_agent = written(tmp_path / "4", json.dumps(content | {"demands": [[1, 1, 1], [1, 1, 1]]}))
    expected = solve(read(single)[0], maximal=True, every_job=True, time_limit=10, gap=0)
    assert expected.value == 12
    assert len(read(several)) == 2
    for path in (several, per_job, per_agent):
        for instance in read(path):
            assert solve(instance, maximal=True, every_job=True, time_limit=10, gap=0).value == 12
    unable = written(tmp_path / "5", json.dumps(content | {"scores": [[1, 2, 3], [None, None, 6]]}))
    assert solve(read(unable)[0], maximal=True, every_job=True, time_limit=10, gap=0).value == 9


def test_a_report_has_a_line_for_each_problem(tmp_path: Path) -> None:
    impossible = SCRIPT.replace(" 2 2\n", " 0 0\n")
    lines = report(
        written(tmp_path / "1", f"2\n{SCRIPT}{impossible}"), maximal=True, every_job=True, time_limit=10
    ).split("\n")
    assert lines[0].startswith("1: 目标值 value 12, 界 bound 12, 已证最优 proven optimal")
    assert lines[1].startswith("2: 无可行解 infeasible")
    idle = report(written(tmp_path / "1", impossible), maximal=True, every_job=False, time_limit=10)
    assert idle.endswith("- - -")


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("", "the file ends at line 1, 1 numbers short"),
        (SCRIPT.removesuffix("2 2\n"), "the file ends at line 5, 1 numbers short"),
        ("1\n2 3\n1 2 3", "the file ends at line 3, 3 numbers short"),
        (SCRIPT.replace("4 5", "4 x"), "line 3: 'x' is not a number"),
        (SCRIPT.replace("4 5", "4 nan"), "line 3: 'nan' is not a number"),
        (f"1\n{SCRIPT}7\n", "line 8: numbers after the last problem"),
        ("0", "line 1: the number of problems must be a positive integer, not 0"),
        (SCRIPT.replace("2 2\n", "2 -2\n"), "problem 1: a demand or capacity is negative"),
        ("{", "not JSON from line 1 on"),
        ("{}", "capacities is not a list of numbers"),
        ('{"capacities": [1], "scores": [[1, 2], [1]]}', "the rows of scores differ in length"),
        ('{"capacities": [1], "scores": [[1, 2]], "demands": [1]}', "sizes differ"),
        ('{"capacities": [true], "scores": [[1]], "demands": [1]}', "capacities is not a list of numbers"),
        ('{"capacities": [1, 2], "scores": [[1]], "demands": [1]}', "sizes differ"),
    ],
)
def test_a_wrong_file_is_refused_with_the_place(tmp_path: Path, text: str, english: str) -> None:
    with pytest.raises(GapFileError) as caught:
        read(written(tmp_path / "wrong", text))
    assert english in caught.value.english
    assert caught.value.chinese in str(caught.value)


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "wrong").write_bytes(b"2 \xff")
    with pytest.raises(GapFileError, match="not UTF-8 text from byte 2 on"):
        read(tmp_path / "wrong")


@pytest.mark.parametrize(
    ("capacity", "demands", "expected"),
    [
        (0.9999999, [0.5, 0.5], 1),
        (9_999_999, [5_000_000, 5_000_000], 1),
        (0.3, [0.1, 0.1, 0.1], 3),  # though three times .1 is .30000000000000004
        (2.9999999, [1.0, 1.0, 1.0], 2),
        (1e8 - 1, [5e7, 5e7], 1),
    ],
)
def test_what_only_tolerances_would_fit_is_not_assigned(capacity: float, demands: list[float], expected: int) -> None:
    scores = np.ones((1, len(demands)))
    instance = Instance(scores, np.array([demands]), np.array([capacity]))
    found = solve(instance, maximal=True, every_job=False, time_limit=10, gap=0)
    assert (found.value, found.proven) == (expected, True)
    whole = solve(instance, maximal=True, every_job=True, time_limit=10, gap=0)
    assert (whole.value, whole.proven) == (expected if expected == len(demands) else None, True)


@pytest.mark.parametrize(
    ("scores", "shown"),
    [([999_999_999_999_999, 1], "1000000000000000"), ([123_456_789_012, 1], "123456789013"), ([0.1, 0.2], "0.3")],
)
def test_a_sum_is_shown_whole(tmp_path: Path, scores: list[float], shown: str) -> None:
    file = tmp_path / "large.json"
    file.write_text(json.dumps({"capacities": [2], "demands": [1, 1], "scores": [scores]}), encoding="utf-8")
    line = report(file, maximal=True, every_job=True, time_limit=10)
    assert f"目标值 value {shown}, 界 bound {shown}, 已证最优" in line
