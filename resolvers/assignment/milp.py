"""A mixed-integer linear programme as arrays, and HiGHS solving it; knows nothing of what it is about."""

from dataclasses import dataclass, replace
from typing import Any

import highspy
import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.intp]
Bools = npt.NDArray[np.bool_]

# Two threads: a server does other things beside.
ALWAYS: dict[str, bool | float | str] = {"output_flag": False, "threads": 2, "parallel": "off", "random_seed": 0}
COLUMNWISE, MAXIMISE = 1, -1  # as HiGHS numbers them


@dataclass(frozen=True, slots=True)
class Rows:
    """So many constraints of one form: entries as (row, column, coefficient) from row 0, and each one's bounds."""

    row: Integers
    column: Integers
    value: Floats
    lower: Floats
    upper: Floats


@dataclass(frozen=True, slots=True)
class Model:
    """Maximise the worth of the columns, each between its bounds, some of them integral, under the rows."""

    worth: Floats
    lower: Floats
    upper: Floats
    integral: Bools
    rows: tuple[Rows, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What the solver found: the columns' values, if it has any, the bound, and whether time ran out or none exists.

    Without integral columns it says too what a unit more of each column would change.
    """

    values: Floats | None
    reduced: Floats | None
    bound: float
    timed_out: bool
    infeasible: bool


def restricted(model: Model, columns: Integers) -> Model:
    """The model with these columns only, in this order, the others being 0."""
    place = np.full(len(model.worth), -1)
    place[columns] = np.arange(len(columns))

    def of(rows: Rows) -> Rows:
        kept = place[rows.column] >= 0
        return replace(rows, row=rows.row[kept], column=place[rows.column[kept]], value=rows.value[kept])

    worth, lower, upper, integral = (getattr(model, name)[columns] for name in ("worth", "lower", "upper", "integral"))
    return Model(worth, lower, upper, integral, tuple(map(of, model.rows)))


def at_most(upper: Floats, *entries: tuple[Integers, Integers, Any], lower: float = -np.inf) -> Rows:
    """Rows whose sums must not exceed their bounds; a single coefficient stands for all of its entries."""
    row, column = (np.concatenate([entry[place] for entry in entries]) for place in (0, 1))
    value = np.concatenate([np.broadcast_to(np.asarray(value, float), at.shape) for at, _, value in entries])
    return Rows(row, column, value, np.full(len(upper), lower), upper)


def maximise(model: Model, *, time_limit: float, gap: float, start: Floats | None = None) -> Answer:
    """Solve exactly within a relative gap; the same input gives the same answer unless time (seconds) runs out.

    `start` is a known feasible point to begin with.
    """
    if not len(model.worth):
        return _without_columns(model)
    highs = solver(time_limit=time_limit, mip_rel_gap=gap, mip_abs_gap=0.0)
    highs.passModel(*_arrays(model))
    if start is not None:
        highs.setSolution(len(start), np.arange(len(start), dtype=np.int32), start)
    highs.run()
    return _answer(highs, linear=not model.integral.any())


def _without_columns(model: Model) -> Answer:
    """What HiGHS does not answer: every sum is 0."""
    if any((rows.lower > 0).any() or (rows.upper < 0).any() for rows in model.rows):
        return Answer(None, None, -np.inf, timed_out=False, infeasible=True)
    return Answer(model.worth, model.worth, 0.0, timed_out=False, infeasible=False)


def solver(**options: bool | float | str) -> Any:  # Any: highspy has no types
    """HiGHS without a model: quiet, the same each time, and with these options of its own."""
    highs = highspy.Highs()  # type: ignore[no-untyped-call]  # its constructor has no annotations
    for name, value in (ALWAYS | options).items():
        highs.setOptionValue(name, value)
    return highs


def _arrays(model: Model) -> tuple[Any, ...]:
    """The model as HiGHS's `passModel` takes it: the matrix by columns."""
    first = np.cumsum([0, *(len(rows.upper) for rows in model.rows)])
    row = np.concatenate([rows.row + start for rows, start in zip(model.rows, first[:-1], strict=True)])
    column = np.concatenate([rows.column for rows in model.rows])
    order = np.lexsort((row, column))
    start = np.searchsorted(column[order], np.arange(len(model.worth) + 1))
    lower, upper = (np.concatenate([getattr(rows, side) for rows in model.rows]) for side in ("lower", "upper"))
    value = np.concatenate([rows.value for rows in model.rows])[order]
    sizes = (len(model.worth), int(first[-1]), len(value))
    columns = (model.worth, model.lower, model.upper)
    matrix = (start.astype(np.int32), row[order].astype(np.int32), value)
    return *sizes, COLUMNWISE, MAXIMISE, 0.0, *columns, lower, upper, *matrix, model.integral.astype(np.int32)


def _answer(highs: Any, *, linear: bool) -> Answer:
    """Read what HiGHS found; any end but a best point, no point or no more time is a fault of the model."""
    states, status, info = highspy.HighsModelStatus, highs.getModelStatus(), highs.getInfo()
    if status not in {states.kOptimal, states.kInfeasible, states.kTimeLimit}:
        raise RuntimeError(f"HiGHS: {highs.modelStatusToString(status)}")
    if status == states.kInfeasible:
        return Answer(None, None, -np.inf, timed_out=False, infeasible=True)
    timed_out, solution = status == states.kTimeLimit, highs.getSolution()
    found = info.primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible
    values = np.array(solution.col_value) if found else None
    if not linear:
        return Answer(values, None, info.mip_dual_bound, timed_out=timed_out, infeasible=False)
    if timed_out:
        return Answer(None, None, np.inf, timed_out=True, infeasible=False)
    return Answer(values, np.array(solution.col_dual), info.objective_function_value, timed_out=False, infeasible=False)
