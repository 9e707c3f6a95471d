"""How well the ranking foresees what was claimed in the past, beside a random order and one by the text alone."""

from collections.abc import Iterator

import numpy as np
from rich.table import Table

from db.addresses import Address
from db.matching.weights import Part, Parts, Weights

from .cases import Task, cases
from .features import vector
from .measures import Figures, Measured, Order, measure
from .past import pasts

RANKING, BY_TEXT, BY_CHANCE = "匹配排序 ranking", "仅看文字 text only", "随机 random"
TITLES = {
    Task.RESOURCE_FOR_NEED: "为需求找资源 Which resource for this need",
    Task.NEED_FOR_PARTNER: "为合伙人找需求 Which need for this partner",
}
ROWS = ("前 5 命中率 hit rate at 5", "平均倒数排名 MRR", "nDCG@10", "被谢绝者位次 rank of the declined")
NOTE = (
    "以每次认领提出时已知的情况计算，此后的认领、评价、状态均不计入；文字、数量、地点、服务区域等只有现值，按现值计。"
    "被谢绝者位次：平均排在候选的什么位置，0 为最前，1 为最后。\n"
    "Computed from what was known when each claim was proposed; no later claim, rating or state counts. Of texts, "
    "quantities, places and service areas only today's versions are kept, and those are used. Rank of the declined: "
    "where among the candidates they stand on average, 0 first, 1 last."
)


def by_score(parts: Parts) -> Order:
    """Return the order that the ranking has with these weights."""
    return Order(vector(parts), chooses=True)


async def report(address: Address, code: str | None, weights: Weights, most: int) -> dict[Task, Measured]:
    """Return how the newest `most` answered claims of a subdistrict, or of each, would have been ranked."""
    beside = {
        BY_TEXT: Order(vector(((Part.TEXT, 1.0),)), chooses=False),
        BY_CHANCE: Order(vector(()), chooses=False),
    }
    measured = {task: Measured({RANKING: by_score(getattr(weights, task)), **beside}) for task in Task}
    async for past in pasts(address, code):
        measure(cases(past, most), measured)
    return measured


def shown(measured: dict[Task, Measured]) -> Iterator[Table | str]:
    """Yield what to print: the figures of each task as a table, and how they were come by."""
    yield from (table(TITLES[task], found) for task, found in measured.items())
    yield NOTE


def table(title: str, measured: Measured) -> Table:
    """Return figures as a table, with how many cases they are taken from."""
    shown = Table("", *measured.orders, title=title, caption=_caption(next(iter(measured.figures.values()))))
    means = [figures.means() for figures in measured.figures.values()]
    for row, values in zip(ROWS, zip(*means, strict=True), strict=True):
        shown.add_row(row, *("-" if np.isnan(value) else f"{value:.3f}" for value in values))
    return shown


def _caption(figures: Figures) -> str:
    return (
        f"接受或兑现 accepted or confirmed: {figures.chosen}; 谢绝 declined: {figures.declined};\n"
        f"合伙人当时没有资源，未计入 not counted, the partner had no resource then: {figures.ownerless}"
    )
