"""How good the ranking is, on needs and offers graded by hand (tests/matching); a third is kept aside from tuning."""

from collections.abc import AsyncIterator
from dataclasses import replace

import labelled as judged
import pytest
from conftest import Network
from labelled import Figures, Labelled, Ranking

from db.embedded import Embedded


@pytest.fixture(scope="module")
def labelled() -> Labelled:
    return judged.read()


@pytest.fixture(scope="module")
async def network(postgres: Embedded, empty_template: str, labelled: Labelled) -> AsyncIterator[Network]:
    async with judged.labelled_network(postgres, empty_template, labelled) as served:
        yield served


@pytest.fixture(scope="module")
async def rankings(network: Network, labelled: Labelled) -> dict[str, Ranking]:
    return {
        "random": judged.by_chance(labelled),
        "category only": judged.by_category(labelled),
        "BM25 over words": judged.bm25(labelled, judged.words),
        "BM25 over bigrams": judged.bm25(labelled, judged.bigrams),
        "ours": await judged.ours(await network.client("admin"), labelled),
    }


def test_the_set_is_what_it_says(labelled: Labelled) -> None:
    assert len(labelled.needs) >= 60
    assert len(labelled.resources) >= 150
    assert len(labelled.of(kept_aside=True)) * 3 == len(labelled.needs)
    assert set(labelled.grades) == set(labelled.needs)
    assert all(grade in {1, 2, 3} for grades in labelled.grades.values() for grade in grades.values())
    assert {key for grades in labelled.grades.values() for key in grades} <= set(labelled.resources)


@pytest.mark.parametrize("kept_aside", [True, False], ids=["kept aside", "for tuning"])
def test_ours_is_ahead_of_every_plain_ranking(
    labelled: Labelled, rankings: dict[str, Ranking], kept_aside: bool
) -> None:
    needs = labelled.of(kept_aside=kept_aside)
    found: dict[str, Figures] = {name: judged.figures(labelled, each, needs) for name, each in rankings.items()}
    for name, each in found.items():
        print(f"kept aside {kept_aside}: {name:<18} nDCG@10 {each.ndcg:.3f} MRR {each.mrr:.3f}")
    best = found.pop("ours")
    assert all(best.ndcg > other.ndcg and best.mrr > other.mrr for other in found.values())


async def test_an_offer_that_resembles_every_need_is_nobodys_best(
    postgres: Embedded, empty_template: str, labelled: Labelled
) -> None:
    """It says what all needs say: whoever counts shared words alone takes it for the best, or nearly so."""
    hub = labelled.resources["r001"] | {"key": "r999", "title": "样样都能帮", "category": "OTHER"}
    hub["description"] = "、".join(need["title"] for need in labelled.needs.values())
    planted = replace(labelled, resources={**labelled.resources, "r999": hub})
    said = {key: set(judged.bigrams(f"{one['title']}{one['description']}")) for key, one in planted.resources.items()}
    async with judged.labelled_network(postgres, empty_template, planted) as served:
        ours = await judged.ours(await served.client("admin"), planted)
    by_count = [
        max(said, key=lambda key: len(said[key] & set(judged.bigrams(need["title"]))))
        for need in labelled.needs.values()
    ]
    assert by_count.count("r999") > len(labelled.needs) // 2
    assert [ours(key)[0] for key in labelled.needs if ours(key)].count("r999") <= len(labelled.needs) // 10
