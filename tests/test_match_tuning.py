"""Fitting the weights: what decided in the past gets heavier, the newest third only judges, few claims say nothing."""

from collections.abc import AsyncIterator
from pathlib import Path

import numpy as np
import pytest
from history import History, ago, open_history
from make import make_community
from rich.table import Table

from db.addresses import Addresses
from db.matching.weights import Part, Weights, load
from db.models import Community, Need, Resource
from resolvers.matching.cases import Task
from resolvers.matching.features import vector
from resolvers.matching.fitting import Choice, fit
from resolvers.matching.formulas import PARTS
from resolvers.matching.tuning import AFTER, BEFORE, BETTER, FEWEST, shown, toml, tune

WISHES = ("楼道扶手加装", "老人助餐送餐", "儿童暑期托管", "法律咨询坐班", "声控灯更换")
CLAIMS = 45
OLDER = 30


@pytest.fixture
async def history(database: Addresses) -> AsyncIterator[History]:
    async with open_history(database) as made:
        yield made


async def live(history: History, *, changed: int = CLAIMS) -> None:
    """Make claims that went to the resource of the need's own community, though others spoke the need's own words;
    from the claim `changed` on, to those others.
    """
    network = history.network
    communities = [await make_community(history.session, network.subdistrict) for _ in WISHES]
    offers = [
        await history.resource(200, title=wish, community_id=community.id)
        for wish, community in zip(WISHES, communities, strict=True)
    ]
    for number in range(CLAIMS):
        own, alike = number % len(WISHES), (number + 1) % len(WISHES)
        need = await history.need(200, title=WISHES[alike], **_in(communities[own]))
        await history.claim(need, offers[own if number < changed else alike], 100 - number)
    await history.settle()


def _in(community: Community) -> dict[str, object]:
    return {"community_id": community.id, "grid_id": None}


async def test_what_decided_gets_heavier(history: History, tmp_path: Path) -> None:
    await live(history)
    present = load()
    tuned = await tune(history.addresses.owner, None, present, 2000)
    before, after = dict(present.need), dict(tuned.weights.need)
    assert after[Part.CLOSENESS] > 2 * before[Part.CLOSENESS]
    assert after.get(Part.TEXT, 0) < before[Part.TEXT]
    assert sum(after.values()) == pytest.approx(1, abs=0.001)
    judged = tuned.judged[Task.RESOURCE_FOR_NEED].figures
    assert judged[BEFORE].chosen == judged[AFTER].chosen == CLAIMS - OLDER
    assert judged[AFTER].means()[2] > judged[BEFORE].means()[2]
    file = tmp_path / "weights.toml"
    file.write_text(toml(tuned), encoding="utf-8")
    adopted = load(file)
    assert dict(adopted.need) == pytest.approx(after, abs=0.001)
    assert adopted.resource == present.resource, "no partner claimed a need"


async def test_what_is_printed_says_what_was_found(history: History) -> None:
    await live(history)
    printed = [*shown(await tune(history.addresses.owner, history.network.subdistrict.code, load(), 2000))]
    table, verdict, too_few, file = printed
    assert isinstance(table, Table)
    assert verdict == BETTER
    assert "为合伙人找需求 Which need for this partner\n认领记录 0 条，少于 30 条" in str(too_few)
    assert "[need] # 为需求找资源 of resources for a need\n" in str(file)
    assert "[resource] # 为资源找需求 of needs for a resource，未改 as before\n" in str(file)


async def test_the_newest_third_is_not_learned_from(database: Addresses) -> None:
    fitted: list[Weights] = []
    for changed in (CLAIMS, OLDER):
        async with open_history(database) as made:
            await live(made, changed=changed)
            tuned = await tune(database.owner, made.network.subdistrict.code, load(), 2000)
        fitted.append(tuned.weights)
        gain = {name: figures.means()[2] for name, figures in tuned.judged[Task.RESOURCE_FOR_NEED].figures.items()}
        assert (gain[AFTER] > gain[BEFORE]) == (changed == CLAIMS), "it is judged by the newest third"
    assert fitted[0] == fitted[1]


async def test_too_few_claims_change_nothing(history: History) -> None:
    need: Need = await history.need(100)
    offers: list[Resource] = [await history.resource(100, title=wish) for wish in WISHES]
    for number in range(FEWEST - 1):
        await history.claim(need, offers[number % len(offers)], 50 - number)
    await history.settle()
    tuned = await tune(history.addresses.owner, None, load(), 2000)
    assert tuned.choices == {Task.RESOURCE_FOR_NEED: FEWEST - 1, Task.NEED_FOR_PARTNER: 0}
    assert tuned.weights == load()
    assert [type(each) for each in shown(tuned)] == [str, str]


def test_weights_stay_where_the_past_says_nothing() -> None:
    present = vector(load().need)
    assert fit([Choice(ago(1), 1, np.zeros((3, len(PARTS))))], present) == pytest.approx(present)


def test_a_part_that_never_differs_keeps_its_weight() -> None:
    present, better = vector(load().need), np.zeros((1, len(PARTS)))
    better[0, PARTS.index(Part.TEXT)], better[0, PARTS.index(Part.CATEGORY)] = -1, 1
    fitted = dict(zip(PARTS, fit([Choice(ago(1), 2, better)], present), strict=True))
    assert fitted[Part.CATEGORY] > dict(load().need)[Part.CATEGORY]
    assert fitted[Part.CLOSENESS] == pytest.approx(dict(load().need)[Part.CLOSENESS])
    assert min(fitted.values()) >= 0
    assert sum(fitted.values()) == pytest.approx(1)


def test_what_was_confirmed_counts_more() -> None:
    present, better = vector(load().need), np.zeros((1, len(PARTS)))
    better[0, PARTS.index(Part.TEXT)], better[0, PARTS.index(Part.CATEGORY)] = -1, 1

    def category(grade: int, other: int) -> float:
        fitted = fit([Choice(ago(2), grade, better), Choice(ago(1), other, -better)], present)
        return float(fitted[PARTS.index(Part.CATEGORY)])

    assert category(2, 1) > category(1, 1) > category(1, 2)
