"""Learning from the past: the values of a moment are those that the ranking had, and nothing later is known."""

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path
from typing import Any

import asyncpg
import numpy as np
import pytest
from conftest import Client, Network
from history import MOVE, RATED, History, ago, open_history
from make import make_claim, make_line, make_project
from rich.console import Console
from typer.testing import CliRunner, Result

from db.addresses import Addresses
from db.ids import parse_id
from db.matching.entries import NEED, RESOURCE
from db.matching.weights import Part, load
from db.models.states import ClaimStatus, ResourceStatus, Role
from resolvers.matching.cases import Case, Task, cases
from resolvers.matching.features import Candidates, candidates, vector
from resolvers.matching.formulas import PARTS
from resolvers.matching.measures import Figures, Order
from resolvers.matching.past import Past, PastError, pasts
from resolvers.matching.replay import Replay
from resolvers.matching.report import BY_CHANCE, BY_TEXT, RANKING, report, shown
from server import cli

LISTED = "{ needs(first: 100) { nodes { id } } resources(first: 100) { nodes { id } } }"
MATCHES = """query ($id: ID!) { found: %s(%s: $id, first: 100) {
    nodes { need { id } resource { id } parts { name value } } pageInfo { hasNextPage }
} }"""
# What the demo has too little of: seats in grids, subcategories that somebody chose, limits, and windows.
VARIED = """
UPDATE resource r SET grid_id = g.id, community_id = g.community_id
FROM (SELECT *, row_number() OVER (PARTITION BY subdistrict_id ORDER BY id) AS place FROM grid) g
WHERE g.subdistrict_id = r.subdistrict_id AND g.place = 1 + abs(hashtext(r.title)) % 5 AND hashtext(r.title) % 2 = 0;
UPDATE need SET divisible = hashtext(title) % 3 <> 0;
UPDATE need SET excluded_kinds = '{ENTERPRISE,PROPERTY_COMPANY}' WHERE hashtext(title) % 4 = 0;
UPDATE resource SET available_from = now() + interval '20 days 7 hours', available_until = now() + interval '40 days'
WHERE claimed = 0 AND hashtext(title) % 3 = 0;
UPDATE need n SET subcategory_id = e.subcategory_id FROM match_entry e
WHERE e.subdistrict_id = n.subdistrict_id AND e.id = n.id AND e.subcategory_id IN
    (SELECT id FROM subcategory s WHERE s.category = n.category);
UPDATE resource r SET subcategory_id = e.subcategory_id FROM match_entry e
WHERE e.subdistrict_id = r.subdistrict_id AND e.id = r.id AND hashtext(r.title) % 3 <> 0 AND e.subcategory_id IN
    (SELECT id FROM subcategory s WHERE s.category = r.category);
"""
ROOTS = {NEED: ("matchesForNeed", "needId", "resource"), RESOURCE: ("matchesForResource", "resourceId", "need")}


@pytest.fixture
async def history(database: Addresses) -> AsyncIterator[History]:
    async with open_history(database) as made:
        yield made


async def change_all(addresses: Addresses, script: str) -> None:
    connection = await asyncpg.connect(addresses.owner.url)
    try:
        await connection.execute(script)
    finally:
        await connection.close()


async def only(addresses: Addresses) -> Past:
    (past,) = [past async for past in pasts(addresses.owner)]
    return past


async def case_of(history: History, number: int = -1) -> Case:
    return list(cases(await only(history.addresses), 100))[number]


def value(case: Case, part: Part) -> float:
    """Of the chosen one."""
    return float(case.values[0, case.chosen, PARTS.index(part)])


async def ranked(client: Client, side: int, id_: str) -> dict[Any, dict[str, float]]:
    """The values of the parts of every match, by the UUID of what is matched."""
    root, argument, other = ROOTS[side]
    answer: Any = await client.execute(MATCHES % (root, argument), {"id": id_})
    assert not answer["data"]["found"]["pageInfo"]["hasNextPage"]
    return {
        parse_id(node[other]["id"]).id: {part["name"]: part["value"] for part in node["parts"]}
        for node in answer["data"]["found"]["nodes"]
    }


def known(replay: Replay, side: int, found: Candidates) -> dict[Any, dict[str, float]]:
    """The same, as the past says it."""
    rows = replay.past.resources if side == NEED else replay.past.needs
    return {
        rows[place]["id"]: dict(zip((part.name for part in PARTS), values.tolist(), strict=True))
        for place, values, seen in zip(found.places, found.values, found.shown, strict=True)
        if seen
    }


@pytest.mark.parametrize(("login", "change"), [("dagang", "SELECT"), ("xinggang", "SELECT"), ("dagang", VARIED)])
async def test_the_values_of_now_are_those_of_the_ranking(
    network: Network, client: Callable[[str | None], Awaitable[Client]], login: str, change: str
) -> None:
    await change_all(network.addresses, change)
    asking = await client(login)
    listed: Any = (await asking.execute(LISTED))["data"]
    ids = [(side, node["id"]) for side, name in enumerate(("needs", "resources")) for node in listed[name]["nodes"]]
    compared = 0
    async for past in pasts(network.addresses.owner):
        replay = Replay(past)
        replay.advance(datetime.now(UTC))
        for side, id_ in ids:
            place = replay.columns.places.get(parse_id(id_).id)
            if place is not None and replay.open[side][place]:
                there = await ranked(asking, side, id_)
                here = known(replay, side, candidates(replay, side, place))
                assert here.keys() == there.keys()
                for id_of_other, parts in there.items():
                    assert parts == {name: pytest.approx(here[id_of_other][name], abs=1.1e-4) for name in parts}
                compared += len(there)
    assert compared


async def test_what_opened_after_the_claim_was_no_candidate(history: History) -> None:
    need, old, new = await history.need(30), await history.resource(30), await history.resource(5)
    await history.claim(need, old, 10)
    await history.settle()
    assert (await case_of(history)).values.shape == (1, 1, len(PARTS))
    await history.behind(MOVE, new.id, "OFFERED", ago(11))
    assert (await case_of(history)).values.shape == (1, 2, len(PARTS))


async def test_what_was_paused_at_the_time_was_no_candidate(history: History) -> None:
    need, chosen, paused = await history.need(30), await history.resource(30), await history.resource(30)
    paused.status = ResourceStatus.PAUSED
    await history.claim(need, chosen, 10)
    history.times.append((paused.id, "PAUSED", ago(9)))
    await history.settle()
    assert (await case_of(history)).values.shape[1] == 2
    await history.behind(MOVE, paused.id, "PAUSED", ago(11))
    assert (await case_of(history)).values.shape[1] == 1


async def test_a_rating_given_later_does_not_count(history: History) -> None:
    need, resource = await history.need(30), await history.resource(30)
    first = await history.claim(need, resource, 20)
    await history.claim(need, resource, 10)
    await history.settle()
    await history.rate(first, 1, 9)
    without = value(await case_of(history), Part.RECORD)
    assert without == 0.78
    await history.behind(RATED, first.id, ago(11))
    assert value(await case_of(history), Part.RECORD) == 0.73  # 4 stars five times and 1 once


async def test_a_claim_counts_for_those_after_it_but_not_for_itself(history: History) -> None:
    need, resource = await history.need(30, quantity=8), await history.resource(30, quantity=4)
    first = await history.claim(need, resource, 20, quantity=2, resource_quantity=2)
    await history.claim(need, resource, 10)
    await history.settle()
    earlier, later = [await case_of(history, number) for number in (0, 1)]
    assert (value(earlier, Part.QUANTITY), value(later, Part.QUANTITY)) == (0.5, 0.3333)
    assert value(earlier, Part.LOAD) > value(later, Part.LOAD)
    await history.behind(MOVE, first.id, "PROPOSED", ago(5))
    await history.behind(MOVE, first.id, "ACCEPTED", ago(4))
    earlier = await case_of(history, 0)
    assert value(earlier, Part.QUANTITY) == 0.5, "the other one is the earlier now"


async def test_declined_claims_are_apart_and_withdrawn_ones_are_not_there(history: History) -> None:
    need, resource = await history.need(30), await history.resource(30)
    for days, status in ((20, "ACCEPTED"), (15, "DECLINED"), (10, "WITHDRAWN"), (5, "PROPOSED")):
        await history.claim(need, resource, days, status)
    await history.settle()
    assert [case.grade for case in cases(await only(history.addresses), 100)] == [1, 0]
    assert [case.grade for case in cases(await only(history.addresses), 1)] == [0]


async def test_a_partner_is_seen_by_what_it_offered_then(history: History) -> None:
    network, wanted, _ = history.network, await history.need(30), await history.need(30)
    line = await make_line(history.session, await make_project(history.session, network.branch), wanted)
    claim = await make_claim(history.session, line, network.partner, network.accounts[Role.PARTNER_LIAISON])
    claim.branch_consent_by, claim.branch_consent_at = network.accounts[Role.GRID_SECRETARY].id, ago(0)
    claim.status = ClaimStatus.ACCEPTED
    history.times += [(claim.id, "PROPOSED", ago(10)), (claim.id, "ACCEPTED", ago(9))]
    resource = await history.resource(5)
    await history.settle()
    nothing = await case_of(history)
    assert (nothing.task, len(nothing.values)) == (Task.NEED_FOR_PARTNER, 0)
    await history.behind(MOVE, resource.id, "OFFERED", ago(20))
    something = await case_of(history)
    assert something.values.shape == (1, 2, len(PARTS))
    assert something.gains.tolist() == [1, 0]
    assert something.chosen == 0


TEXT_ONLY, CHANCE = Order(vector(((Part.TEXT, 1.0),)), chooses=False), Order(vector(()), chooses=False)


def made(texts: list[float], chosen: int, gains: dict[int, int], grade: int = 2, beyond: int = -1) -> Case:
    """A case whose candidates differ by their texts; one of them may be beyond the limits."""
    values = np.zeros((1, len(texts), len(PARTS)))
    values[0, :, PARTS.index(Part.TEXT)] = texts
    within = np.array([[place != beyond for place in range(len(texts))]])
    gained = np.array([gains.get(place, 0) for place in range(len(texts))])
    return Case(Task.RESOURCE_FOR_NEED, ago(1), grade, chosen, gained, values, within, within)


@pytest.mark.parametrize(
    ("case", "order", "means"),
    [
        (made([0.9, 0.5, 0.7], 2, {2: 3}), TEXT_ONLY, (1, 1 / 2, 1 / np.log2(3))),
        (made([0.9, 0.7, 0.7], 2, {2: 3}), TEXT_ONLY, (1, (1 / 2 + 1 / 3) / 2, (1 / np.log2(3) + 1 / 2) / 2)),
        (made([0.9, 0.5, 0.7], 0, {0: 3}, beyond=0), TEXT_ONLY, (1, 1 / 3, 1 / 2)),
        (made([0.9, 0.5], 0, {0: 1, 1: 3}), TEXT_ONLY, (1, 1, (1 + 3 / np.log2(3)) / (3 + 1 / np.log2(3)))),
        (made([0.1 * place for place in range(10)], 0, {0: 1}), TEXT_ONLY, (0, 1 / 10, 1 / np.log2(11))),
        (made([0.1] * 20, 0, {0: 1}), CHANCE, (5 / 20, sum(1 / rank for rank in range(1, 21)) / 20, None)),
    ],
)
def test_the_figures_are_those_of_the_books(case: Case, order: Order, means: tuple[float, float, float | None]) -> None:
    figures = Figures()
    figures.add(case, order)
    for mean, expected in zip(figures.means(), means, strict=False):
        assert expected is None or mean == pytest.approx(expected)


def test_what_was_declined_counts_by_its_place_alone() -> None:
    figures = Figures()
    for texts in ([0.9, 0.1], [0.1, 0.9], [0.5, 0.5]):
        figures.add(made(texts, 0, {}, grade=0), TEXT_ONLY)
    assert (figures.chosen, figures.declined) == (0, 3)
    assert figures.means()[3] == pytest.approx((0.25 + 0.75 + 0.5) / 3)


def test_a_case_without_anything_own_is_counted_and_not_measured() -> None:
    figures = Figures()
    case = replace(made([0.9], 0, {0: 1}), values=np.zeros((0,)))
    figures.add(case, TEXT_ONLY)
    assert (figures.ownerless, figures.chosen) == (1, 0)


async def test_the_report_of_the_demo_says_what_the_ranking_is_worth(demo_database: Addresses) -> None:
    measured = await report(demo_database.owner, None, load(), 2000)
    again = await report(demo_database.owner, None, load(), 2000)
    for task in Task:
        figures = measured[task].figures
        assert figures == again[task].figures
        assert figures[RANKING].chosen == figures[BY_TEXT].chosen >= 30
        assert all(figures[RANKING].means()[place] > 2 * figures[BY_CHANCE].means()[place] for place in range(3))


async def test_the_report_is_printed_in_both_languages(demo_database: Addresses) -> None:
    console = Console(width=120, record=True, file=StringIO())
    for each in shown(await report(demo_database.owner, "370203019", load(), 10)):
        console.print(each)
    text = console.export_text()
    assert all(word in text for word in ("为需求找资源", "Which need for this partner", "随机 random", "nDCG@10"))


def run(database: Addresses, monkeypatch: pytest.MonkeyPatch, *words: str) -> Result:
    """A command of the service on a test's database."""
    for role in ("", "WRITE_", "READ_"):
        monkeypatch.setenv(f"{role}DATABASE_URL", database.owner.url)
    return CliRunner().invoke(cli, words, env={"COLUMNS": "120"})


def test_the_commands_print_what_they_found(demo_database: Addresses, monkeypatch: pytest.MonkeyPatch) -> None:
    reported = run(demo_database, monkeypatch, "match-report", "--subdistrict", "370203019", "--most", "20")
    assert "Which resource for this need" in reported.output
    tuned = run(demo_database, monkeypatch, "match-tune", "--most", "20")
    assert "少于 30 条，不提出新权重" in tuned.output
    assert (reported.exit_code, tuned.exit_code) == (0, 0)


def test_the_commands_refuse_what_is_not_there(
    demo_database: Addresses, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert "没有代码为 1 的街道" in run(demo_database, monkeypatch, "match-report", "--subdistrict", "1").output
    monkeypatch.setenv("MATCH_WEIGHTS", str(tmp_path / "none.toml"))
    refused = run(demo_database, monkeypatch, "match-tune")
    assert (refused.exit_code, "无法读取权重文件" in refused.output) == (1, True)


async def test_a_network_without_a_past_has_nothing_to_report(history: History) -> None:
    await history.settle()
    measured = await report(history.addresses.owner, None, load(), 2000)
    assert [each.figures[RANKING] for each in measured.values()] == [Figures(), Figures()]
    assert len([*shown(measured)]) == len(Task) + 1


async def test_a_subdistrict_that_is_not_there_is_refused(demo_database: Addresses) -> None:
    with pytest.raises(PastError, match=r"(?s)no subdistrict of the code 1\..*没有代码为 1 的街道"):
        await report(demo_database.owner, "1", load(), 2000)
