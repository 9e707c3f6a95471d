"""A proposal of weights: fitted to the older two thirds of what was chosen, judged on the newest third.

Nothing is adopted; the proposal is a file for MATCH_WEIGHTS.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

import numpy as np
from rich.table import Table

from db.addresses import Address
from db.matching.weights import Parts, Weights

from .cases import Task, cases
from .features import vector
from .fitting import Choice, choice, fit
from .formulas import PARTS
from .measures import Measured, measure
from .past import pasts
from .report import TITLES, by_score, table

BEFORE, AFTER = "现用 present", "拟合 fitted"
FEWEST = 30  # choices of a side, to learn from and to judge by
TRAINED = 2 / 3  # of them, the oldest
LEAST = 0.00005  # a smaller weight is none
SEED = 1
TOO_FEW = (
    "{title}\n认领记录 {many} 条，少于 {fewest} 条，不提出新权重。{many} claims, fewer than {fewest}: no new weights."
)
BETTER = "在未参与拟合的最近三分之一认领上更好。Better on the newest third of the claims, which were not fitted to."
NO_BETTER = (
    "在未参与拟合的最近三分之一认领上没有更好，宜保留现用权重。Not better on the newest third: keep the present ones."
)
HEADS = {
    Task.RESOURCE_FOR_NEED: "为需求找资源 of resources for a need",
    Task.NEED_FOR_PARTNER: "为资源找需求 of needs for a resource",
}
KEPT = "，未改 as before"
ADOPTED = (
    "# 由 match-tune 拟合；由 MATCH_WEIGHTS 指定此文件后生效。 Fitted by match-tune; MATCH_WEIGHTS adopts the file.\n\n"
)


@dataclass(frozen=True)
class Tuned:
    """How many choices each side had; the weights that fit them, the present ones of a side that has too few, and how
    both kinds of weights rank the newest third of the others.
    """

    choices: dict[Task, int]
    weights: Weights
    judged: dict[Task, Measured]


async def tune(address: Address, code: str | None, present: Weights, most: int) -> Tuned:
    """Fit the weights to the newest `most` answered claims of a subdistrict, or of each."""
    found = await _choices(address, code, present, most)
    cuts = {task: each[int(len(each) * TRAINED)].at for task, each in found.items() if len(each) >= FEWEST}
    fitted = Weights(*(_side(found[task], cuts.get(task), getattr(present, task)) for task in Task))
    orders = {task: {BEFORE: getattr(present, task), AFTER: getattr(fitted, task)} for task in cuts}
    judged = {task: Measured({name: by_score(parts) for name, parts in orders[task].items()}) for task in cuts}
    if cuts:
        async for past in pasts(address, code):
            newest = cases(past, most, since=min(cuts.values()))
            measure((case for case in newest if case.task in cuts and case.at >= cuts[case.task]), judged)
    return Tuned({task: len(each) for task, each in found.items()}, fitted, judged)


async def _choices(address: Address, code: str | None, present: Weights, most: int) -> dict[Task, list[Choice]]:
    """What was chosen, by task, the oldest first."""
    random = np.random.default_rng(SEED)
    weights = {task: vector(getattr(present, task)) for task in Task}
    found: dict[Task, list[Choice]] = {task: [] for task in Task}
    async for past in pasts(address, code):
        for case in cases(past, most):
            if chosen := choice(case, weights[case.task], random):
                found[case.task].append(chosen)
    return {task: sorted(each, key=lambda one: one.at) for task, each in found.items()}


def _side(choices: Sequence[Choice], cut: datetime | None, present: Parts) -> Parts:
    """The weights of a side: fitted to what was chosen before the cut, or the present ones without it."""
    trained = [each for each in choices if cut and each.at < cut]
    if not trained:
        return present
    weights = zip(PARTS, fit(trained, vector(present)).tolist(), strict=True)
    found = [(part, round(weight, 4)) for part, weight in weights if weight >= LEAST]
    return tuple(sorted(found, key=lambda share: -share[1]))


def shown(tuned: Tuned) -> Iterator[Table | str]:
    """Yield what to print: of each side the figures before and after, or that it has too few; then the weights."""
    for task, title in TITLES.items():
        if task not in tuned.judged:
            yield TOO_FEW.format(title=title, many=tuned.choices[task], fewest=FEWEST)
            continue
        yield table(title, tuned.judged[task])
        before, after = (tuned.judged[task].figures[name].gain for name in (BEFORE, AFTER))
        yield BETTER if after > before else NO_BETTER
    if tuned.judged:
        yield toml(tuned)


def toml(tuned: Tuned) -> str:
    """Return the weights as a file for MATCH_WEIGHTS."""
    sides = ((task, "" if task in tuned.judged else KEPT, getattr(tuned.weights, task)) for task in Task)
    return ADOPTED + "\n".join(
        f"[{task}] # {HEADS[task]}{kept}\n" + "".join(f"{part} = {weight:g}\n" for part, weight in parts)
        for task, kept, parts in sides
    )
