"""Whistles in every state."""

from collections.abc import Mapping
from typing import Any

from make import id_of, make_call, make_whistle

from db.machines import actors
from db.models import Whistle
from db.models.states import Role

from .scene import Nobody, Scene, lead, ours, shown
from .town import Person, Side, Town

BEFORE = {
    "REFUSED": "RAISED",
    "APPROVED": "RAISED",
    "DISPATCHED": "APPROVED",
    "RETURNED": "DISPATCHED",
    "REPORTED_IN": "DISPATCHED",
    "HANDLING": "REPORTED_IN",
    "DONE": "HANDLING",
    "RATED": "DONE",
}
UNCALLED = ("RAISED", "REFUSED", "APPROVED")


async def whistle(town: Town, state: str, variant: str) -> Scene:
    """A whistle that calls our department to lead and the one beside to assist."""
    row = await make_whistle(town.session, town.branch)
    await lead_whistle(town, row, state)
    called = state not in UNCALLED
    officer = Role.DEPARTMENT_OFFICER
    return Scene(
        row,
        may={
            actors.LEAD_OFFICER: ours(officer) if called else Nobody,
            actors.ASSISTANT: frozenset({Person(officer, Side.BESIDE)}) if called else Nobody,
        },
        named={"lead": id_of(town.partner), "assisting": id_of(town.partners[Side.BESIDE])},
    )


async def lead_whistle(town: Town, row: Whistle, state: str) -> None:
    """Bring a raised whistle into a state."""
    await lead(town, row, state, BEFORE, {"DISPATCHED": _called, "DONE": _done, "RATED": _rated})
    await shown(town, row)


async def _called(town: Town, row: Whistle) -> Mapping[str, Any]:
    await make_call(town.session, row, town.partner)
    await make_call(town.session, row, town.partners[Side.BESIDE], lead=False)
    return {}


async def _done(town: Town, row: Whistle) -> Mapping[str, Any]:
    return {"outcome": "已清理"}


async def _rated(town: Town, row: Whistle) -> Mapping[str, Any]:
    return {"rating": 5}
