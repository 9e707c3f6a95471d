"""The lock: what is wanted is pinned, with hashes, and nothing in the project says where to fetch it from."""

import json
import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parent.parent
LOCK = (ROOT / "requirements.txt").read_text(encoding="utf-8")
PINS = [block.replace("\\\n", " ") for block in re.split(r"\n(?=\S)", LOCK.strip())]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
WANTED = [*PROJECT["project"]["dependencies"], *PROJECT["dependency-groups"]["dev"]]


def pins_of(name: str) -> list[Requirement]:
    """All of them: one for each kind of Python where no single version fits."""
    found = (Requirement(block.split("--hash")[0]) for block in PINS)
    return [requirement for requirement in found if requirement.name == name]


@pytest.mark.parametrize("wanted", WANTED)
def test_what_is_wanted_is_pinned_as_it_is_wanted(wanted: str) -> None:
    requirement = Requirement(wanted)
    assert pins_of(requirement.name)
    for pin in pins_of(requirement.name):
        (exactly,) = pin.specifier
        assert exactly.operator == "=="
        assert requirement.specifier.contains(exactly.version)


def test_every_pin_has_hashes() -> None:
    assert len(PINS) > 50
    for block in PINS:
        assert re.search(r"--hash=sha256:[0-9a-f]{64}", block), block


def test_python_packages_come_from_no_certain_place() -> None:
    assert not re.search(r"://|--(index|find|trusted|no-index)", LOCK)


def test_node_packages_come_from_no_certain_place() -> None:
    lock = json.loads((ROOT / "schema" / "graphiql" / "package-lock.json").read_text(encoding="utf-8"))
    packages = {name: package for name, package in lock["packages"].items() if name}
    assert packages
    assert all("resolved" not in package and package["integrity"] for package in packages.values())
