"""Weights that fit what was chosen: a pairwise logistic loss of a linear score.

Each choice is compared with others that were open then (Burges et al., Learning to Rank using Gradient Descent, 2005).
It counts by its grade; a penalty keeps the weights near the present ones where the past says little.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

import numpy as np
from scipy.optimize import minimize

from .cases import Case
from .columns import Bools, Floats

OTHERS = 20  # each choice is compared with so many at most
SHARPNESS = 10.0  # a score that is better by 0.1 makes a choice e times as likely
PENALTY = 0.5  # for a squared distance of 1 from the present weights
OPTIONS = {"maxiter": 500, "ftol": 1e-10}


@dataclass(frozen=True, slots=True)
class Choice:
    """What was chosen at a moment, with its grade: how much its values exceeded those of others, a row for each."""

    at: datetime
    grade: int
    better: Floats


def choice(case: Case, present: Floats, random: np.random.Generator) -> Choice | None:
    """Return a case as a choice, each candidate seen from the best of the chooser's own; none, where nothing else was.

    The others are drawn from what was within the limits; what was declined is no choice.
    """
    if not (len(case.values) and case.grade):
        return None
    others = np.flatnonzero(case.within.any(axis=0))
    others = others[others != case.chosen]
    if not len(others):
        return None
    own = (case.values @ present + case.within).argmax(axis=0)
    best: Floats = np.take_along_axis(case.values, own[None, :, None], axis=0)[0]
    drawn = random.choice(others, min(OTHERS, len(others)), replace=False)
    return Choice(case.at, case.grade, best[case.chosen] - best[drawn])


def fit(choices: Sequence[Choice], present: Floats) -> Floats:
    """Return weights in the order of `PARTS`, 0 or more and 1 together; what never differs keeps its present one."""
    better = np.concatenate([each.better for each in choices])
    differs: Bools = (better != 0).any(axis=0)
    found = minimize(
        _loss(better, _counts(choices), present),
        present,
        jac=True,
        method="SLSQP",
        bounds=[(0, 1) if differs[place] else (weight, weight) for place, weight in enumerate(present)],
        constraints=[{"type": "eq", "fun": lambda weights: weights.sum() - 1, "jac": np.ones_like}],
        options=OPTIONS,
    )
    fitted: Floats = np.clip(found.x, 0, 1)
    return fitted


def _counts(choices: Sequence[Choice]) -> Floats:
    """How much each comparison counts: those of a choice by its grade, all together 1."""
    counts = np.concatenate([np.full(len(each.better), each.grade / len(each.better)) for each in choices])
    share: Floats = counts / counts.sum()
    return share


def _loss(better: Floats, counts: Floats, present: Floats) -> Callable[[Floats], tuple[float, Floats]]:
    """The loss of weights, and its slope."""

    def loss(weights: Floats) -> tuple[float, Floats]:
        margins, away = SHARPNESS * (better @ weights), weights - present
        slope = 2 * PENALTY * away - SHARPNESS * (better.T @ (counts * np.exp(-np.logaddexp(0, margins))))
        return float(counts @ np.logaddexp(0, -margins) + PENALTY * away @ away), slope

    return loss
