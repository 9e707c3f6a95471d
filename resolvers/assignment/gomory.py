"""Gomory's mixed-integer cuts: from the sums of constraints by which the relaxation's corner is one.

Source: Gomory, An Algorithm for the Mixed Integer Problem (1960); with the care of Cook, Dash, Fukasawa & Goycoolea,
Numerically Safe Gomory Mixed-Integer Cuts (2009), in keeping away from steep fractions, and coefficients of very
different size.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from scipy import sparse

from .cuts import ROUND_OFF, STEEPEST, VIOLATED, Cut, rounded
from .milp import Bools, Floats, Integers

SMALLEST = 1e-9  # a coefficient below is the trace of others that cancelled
WIDEST = 1e5  # how many times its smallest coefficient a cut's largest may be
LONGEST = 1500  # columns in a cut: longer ones slow the relaxation
SLACKENED = 1e-7  # relative, by which a cut is moved outwards for what its coefficients lack


class Corner(NamedTuple):
    """Where the relaxation is: constraints `rows` x <= `most`, of which `whole` have a whole slack; the columns'
    values, their upper bounds, and which are `integral`."""

    rows: sparse.csr_matrix
    most: Floats
    whole: Bools
    values: Floats
    upper: Floats
    integral: Bools


def gomory(corner: Corner, sums: Sequence[tuple[Integers, Floats]]) -> list[Cut]:
    """Make the cut of each sum of constraints, given as their indices and factors; only those that are safe."""
    return [cut for indices, factors in sums for cut in _cut(corner, indices, factors)]


def _cut(corner: Corner, indices: Integers, factors: Floats) -> Iterator[Cut]:
    """Round the sum with its slacks, columns near their upper bounds counted from there; then put in the slacks."""
    rows, most = corner.rows[indices], corner.most[indices]
    columns, total = _nonzero(rows.T @ factors)
    upper = corner.upper[columns]
    turned = corner.values[columns] > upper / 2
    bound = float(factors @ most - (total * upper)[turned].sum())
    fraction = bound - np.floor(bound + ROUND_OFF)
    if not 1 - STEEPEST < fraction < STEEPEST:
        return
    slopes = _slopes(np.where(turned, -total, total), corner.integral[columns], fraction)
    slack = _slopes(factors, corner.whole[indices], fraction)
    whole = np.floor(bound + ROUND_OFF) - (slopes * upper)[turned].sum() - slack @ most
    combined = -(rows.T @ slack)
    combined[columns] += np.where(turned, -slopes, slopes)
    at, coefficients = _nonzero(combined)
    cut = _without_traces(Cut(at, coefficients, float(whole)), corner.upper)
    if _useful(cut, corner.values):
        yield cut


def _nonzero(sums: Floats) -> tuple[Integers, Floats]:
    at = np.flatnonzero(np.abs(sums) > SMALLEST)
    return at, sums[at]


def _without_traces(cut: Cut, upper: Floats) -> Cut:
    """Leave out the coefficients that are nearly nothing, at their least, and move the cut outwards by a little."""
    sizes = np.abs(cut.coefficients)
    large = sizes > sizes.max(initial=0) / WIDEST
    least = np.minimum(0, cut.coefficients) * upper[cut.columns]
    most = cut.most - least[~large].sum() + SLACKENED * sizes.max(initial=1)
    return Cut(cut.columns[large], cut.coefficients[large], float(most))


def _slopes(coefficients: Floats, integral: Bools, fraction: float) -> Floats:
    near = np.rint(coefficients)
    exact = np.where(np.abs(coefficients - near) < ROUND_OFF, near, coefficients)
    return np.where(integral, rounded(exact, fraction), np.minimum(coefficients, 0) / (1 - fraction))


def _useful(cut: Cut, values: Floats) -> bool:
    """Whether it cuts off the corner, and is short enough."""
    sizes = np.abs(cut.coefficients)
    if not 0 < len(sizes) <= LONGEST:
        return False
    depth = cut.coefficients @ values[cut.columns] - cut.most
    return bool(depth > VIOLATED * np.linalg.norm(sizes))
