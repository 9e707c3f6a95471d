"""The weights of matching: configuration, checked when the service starts, shown in every answer."""

from pathlib import Path
from typing import Any

import pytest
from conftest import KEY, Network
from pydantic import ValidationError

from db.addresses import Addresses
from db.matching.weights import Part, WeightsError, load
from db.settings import Settings
from server import create_app, open_services

MATCHES = """{ needs(first: 100, filter: {status: {eq: POSTED}}) { nodes { id } } }"""
PARTS = "query($need: ID!) { matchesForNeed(needId: $need) { nodes { score parts { name value weight } } } }"
WRONG = {
    "no [resource]": "[need]\ntext = 1\n",
    "a part that there is not": "[need]\nluck = 1\n[resource]\ntext = 1\n",
    "less than nothing": "[need]\ntext = -1\n[resource]\ntext = 1\n",
    "no number": '[need]\ntext = "much"\n[resource]\ntext = 1\n',
    "infinite": "[need]\ntext = inf\n[resource]\ntext = 1\n",
    "nothing at all": "[need]\ntext = 0\n[resource]\ntext = 1\n",
    "no TOML": "[need\n",
}


def test_the_services_own_add_up_to_one_the_heaviest_first() -> None:
    for parts in (load().need, load().resource):
        weights = [weight for _, weight in parts]
        assert sum(weights) == pytest.approx(1)
        assert weights == sorted(weights, reverse=True)
    assert {part for parts in (load().need, load().resource) for part, _ in parts} == set(Part)


@pytest.mark.parametrize("text", WRONG.values(), ids=WRONG)
def test_a_wrong_file_is_refused_at_the_start_in_both_languages(tmp_path: Path, text: str) -> None:
    file = tmp_path / "weights.toml"
    file.write_text(text)
    with pytest.raises(WeightsError, match=r"[\u4e00-\u9fff].* [a-z]"):
        load(file)
    with pytest.raises(ValidationError, match=r"weights\.toml"):
        Settings(match_weights=file, _env_file=None)


async def test_another_file_is_adopted_by_naming_it(tmp_path: Path, demo_database: Addresses) -> None:
    file = tmp_path / "weights.toml"
    file.write_text("[need]\ntext = 3\nwindow = 1\nrecord = 0\n[resource]\ntext = 1\n")
    settings = Settings(secret_key=KEY, match_weights=file, _env_file=None)
    async with open_services(settings, demo_database) as services:
        client = await Network(create_app(settings, services), services, demo_database).client("dagang")
        needs: Any = await client.execute(MATCHES)
        answers: list[Any] = [
            await client.execute(PARTS, {"need": need["id"]}) for need in needs["data"]["needs"]["nodes"][:5]
        ]
    matches = [match for answer in answers for match in answer["data"]["matchesForNeed"]["nodes"]]
    assert matches
    for match in matches:
        assert [(part["name"], part["weight"]) for part in match["parts"]] == [("TEXT", 0.75), ("WINDOW", 0.25)]
        assert match["score"] == pytest.approx(sum(part["value"] * part["weight"] for part in match["parts"]))
