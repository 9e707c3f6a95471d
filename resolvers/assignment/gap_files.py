"""Generalised assignment from a file: every job to one agent, no agent beyond its capacity, the best sum of scores.

Reads the OR-Library's text form (Beasley 1990): numbers between white space, which are the number of agents m and of
jobs n, m rows of n scores or costs, m rows of n demands, m capacities; or several such problems after their number.
Reads JSON too: {"capacities": [m], "scores": [m rows of n], "demands": [m rows of n, or n for all agents alike]}.
There a score that is null says that the agent cannot do the job.
"""

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from .milp import Floats

NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,2})?", re.ASCII | re.IGNORECASE)
LARGEST = 1e15  # beyond that, sums of whole numbers are not exact


class GapFileError(ValueError):
    """A file that cannot be read, said in Chinese and English, with the place."""

    def __init__(self, chinese: str, english: str) -> None:
        super().__init__(f"{chinese} / {english}")
        self.chinese, self.english = chinese, english


@dataclass(frozen=True, slots=True)
class Instance:
    """One problem: what each agent (row) gains or costs with each job (column), needs for it, and can do in all.

    A score is NaN where the agent cannot do the job.
    """

    scores: Floats
    demands: Floats
    capacities: Floats


def read(path: Path) -> list[Instance]:
    """Read the problems of a file; raise `GapFileError` where it is neither form, not whole, or makes no sense."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        at = error.start
        raise GapFileError(f"第 {at} 字节起不是 UTF-8 文本", f"not UTF-8 text from byte {at} on") from error
    instances = [_from_json(text)] if text.lstrip().startswith("{") else _Numbers(text).instances()
    for number, instance in enumerate(instances, 1):
        if (instance.demands < 0).any() or (instance.capacities < 0).any():
            raise GapFileError(f"第 {number} 题的用量或容量为负", f"problem {number}: a demand or capacity is negative")
    return instances


class _Numbers:
    """The numbers of a text, each with the line that it stands in, taken from the front."""

    def __init__(self, text: str) -> None:
        self._next = 0
        self._numbers: list[tuple[int, float]] = []
        for line, row in enumerate(text.splitlines(), 1):
            self._numbers += [(line, _number(line, word)) for word in row.split()]

    def instances(self) -> list[Instance]:
        """All problems: one, where the numbers are as many as the first two of them say; else as many as the first."""
        single = [number for _, number in self._numbers[:2]]
        agents, jobs = single if len(single) == 2 else (0, 0)
        number = 1 if len(self._numbers) == 2 + 2 * agents * jobs + agents else self._size("题数", "number of problems")
        found = [self._instance() for _ in range(number)]
        if self._next < len(self._numbers):
            line = self._numbers[self._next][0]
            raise GapFileError(f"第 {line} 行：最后一题之后还有数", f"line {line}: numbers after the last problem")
        return found

    def _instance(self) -> Instance:
        agents, jobs = self._size("代理数", "number of agents"), self._size("任务数", "number of jobs")
        scores, demands = self._table(agents, jobs), self._table(agents, jobs)
        return Instance(scores, demands, self._table(1, agents)[0])

    def _size(self, chinese: str, english: str) -> int:
        line, number = self._take(1)[0]
        if number < 1 or number != int(number):
            raise GapFileError(
                f"第 {line} 行：{chinese}应为正整数，而不是 {number:g}",
                f"line {line}: the {english} must be a positive integer, not {number:g}",
            )
        return int(number)

    def _table(self, rows: int, columns: int) -> Floats:
        return np.array([number for _, number in self._take(rows * columns)]).reshape(rows, columns)

    def _take(self, wanted: int) -> list[tuple[int, float]]:
        taken = self._numbers[self._next : self._next + wanted]
        if len(taken) < wanted:
            line = self._numbers[-1][0] if self._numbers else 1
            raise GapFileError(
                f"文件在第 {line} 行结束，还缺 {wanted - len(taken)} 个数",
                f"the file ends at line {line}, {wanted - len(taken)} numbers short",
            )
        self._next += wanted
        return taken


def _number(line: int, word: str) -> float:
    """Read a plain decimal number."""
    if not NUMBER.fullmatch(word) or abs(float(word)) >= LARGEST:
        raise GapFileError(f"第 {line} 行：{word[:20]!r} 不是数", f"line {line}: {word[:20]!r} is not a number")
    return float(word)


def _from_json(text: str) -> Instance:
    try:
        content = json.loads(text)
    except json.JSONDecodeError as error:
        line = error.lineno
        raise GapFileError(f"第 {line} 行起不是 JSON", f"not JSON from line {line} on: {error.msg}") from error
    capacities = _array(content, "capacities", 1)
    scores = _array(content, "scores", 2, none=True)
    demands = _array(content, "demands", 1 if _is_list_of_numbers(content.get("demands")) else 2)
    if demands.shape[-1:] == scores.shape[1:] and demands.ndim == 1:
        demands = np.broadcast_to(demands, scores.shape)
    if scores.shape != demands.shape or len(scores) != len(capacities):
        raise GapFileError(
            f"大小不一：scores {scores.shape}，demands {demands.shape}，capacities {capacities.shape}",
            f"sizes differ: scores {scores.shape}, demands {demands.shape}, capacities {capacities.shape}",
        )
    return Instance(scores, demands, capacities)


def _array(content: dict[str, Any], name: str, dimensions: int, *, none: bool = False) -> Floats:
    """Read a key's list of numbers, or its rows of equal length; numbers may be left out where they may be none."""
    value = content.get(name)
    rows = value if dimensions == 2 else [value]
    if not (isinstance(rows, list) and rows and all(_is_list_of_numbers(row, none=none) for row in rows)):
        raise GapFileError(f"{name} 不是数的列表", f"{name} is not a list of numbers")
    if len({len(row) for row in rows}) > 1:
        raise GapFileError(f"{name} 各行长短不一", f"the rows of {name} differ in length")
    return np.array(value, dtype=np.float64)


def _is_list_of_numbers(value: object, *, none: bool = False) -> bool:
    return (
        isinstance(value, list) and bool(value) and all(_is_number(each) or (none and each is None) for each in value)
    )


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < LARGEST
