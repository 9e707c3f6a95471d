"""Requests for time in every state, about the handling of a topic."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from make import make_deadline, make_extension

from db.machines import actors
from db.models import Extension
from db.models.handling import DeadlineKind
from db.models.states import Role

from .scene import ADMINISTRATOR, PRINCIPALS, Scene, lead, shown
from .town import Town

TIME, STANDSTILL = "for more time", "to stand still"
VARIANTS = dict.fromkeys(("ASKED", "APPROVED", "REFUSED"), (TIME, STANDSTILL))
BEFORE = {"APPROVED": "ASKED", "REFUSED": "ASKED"}


async def extension(town: Town, state: str, variant: str) -> Scene:
    """A request for time."""
    clock = await make_deadline(town.session, await town.topic("ACCEPTED"), DeadlineKind.HANDLE_TOPIC, working_days=7)
    review = {"review_on": (datetime.now(UTC) + timedelta(days=30)).date()} if variant == STANDSTILL else {}
    row = await make_extension(town.session, clock, town.colleague(Role.GRID_SECRETARY), **review)
    await lead(town, row, state, BEFORE, {"APPROVED": _decided, "REFUSED": _decided})
    await shown(town, row)
    return Scene(row, may={actors.DECIDER: ADMINISTRATOR if variant == STANDSTILL else PRINCIPALS})


async def _decided(town: Town, row: Extension) -> Mapping[str, Any]:
    return {"decided_by": town.colleague(Role.SUBDISTRICT_ADMIN).id, "decided_at": datetime.now(UTC)}
