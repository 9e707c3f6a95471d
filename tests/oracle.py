"""What a viewer may see, by PostgreSQL's row-level security (row_security.sql) instead of the service's own scopes."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import asyncpg
from sample import run_script, sample_database

from db.embedded import Embedded
from db.viewer import Viewer

if TYPE_CHECKING:
    Connection = asyncpg.Connection[asyncpg.Record]

SQL = Path(__file__).with_name("row_security.sql").read_text(encoding="utf-8")
MASKED = {
    "need": ("contact_name", "contact_phone"),
    "partner_unit": ("liaison_name", "liaison_phone"),
    "account": ("login",),
    "topic": ("contact_name", "contact_phone"),
    "attendee": ("name",),
}
TABLES = (
    *("subdistrict", "community", "grid", "party_branch", "partner_unit", "service_area", "alliance", "membership"),
    *(
        "need",
        "resource",
        "project",
        "need_line",
        "claim",
        "transition",
        "account",
        "topic",
        "deliberation",
        "attendee",
    ),
    *("joint_meeting", "agenda_item", "whistle", "whistle_department", "fulfilment", "milestone", "evaluation"),
    *("deadline", "extension", "notice", "attachment", "policy", "required_role", "calendar_year", "calendar_day"),
    *("subcategory", "matching_plan", "plan_line", "unserved_need"),
)

Rows = dict[str, list[dict[str, Any]]]  # Any: columns of every type


class Oracle:
    """Reads whole tables of the sample network, as row-level security lets a viewer."""

    def __init__(self, connection: "Connection") -> None:
        self.connection = connection

    async def rows(self, viewer: Viewer | None) -> Rows:
        """All rows that the viewer may see, by table, with null where it may not see a column; no viewer: just all."""
        if viewer is None:
            return {table: await self._seen(table, ()) for table in TABLES}
        async with self.connection.transaction():
            for fact, value in asdict(viewer).items():
                await self.connection.execute("SELECT set_config($1, $2, true)", f"viewer.{fact}", str(value or ""))
            await self.connection.execute("SET LOCAL ROLE onlooker")
            return {table: await self._seen(table, MASKED.get(table, ())) for table in TABLES}

    async def _seen(self, table: str, masked: tuple[str, ...]) -> list[dict[str, Any]]:
        shown = f"*, sees_masked({table}) AS sees_masked" if masked else "*, true AS sees_masked"
        rows = [dict(row) for row in await self.connection.fetch(f"SELECT {shown} FROM {table}")]
        for row in rows:
            row.update(dict.fromkeys(() if row.pop("sees_masked") else masked))
        return rows


@asynccontextmanager
async def oracle(postgres: Embedded, empty_template: str) -> AsyncIterator[Oracle]:
    """An oracle over a copy of the sample network."""
    async with sample_database(postgres, empty_template) as addresses:
        name = addresses.owner.url.split("?")[0].rsplit("/", 1)[1]
        await run_script(postgres, name, SQL)
        connection = await asyncpg.connect(postgres.address("postgres", name))
        try:
            yield Oracle(connection)
        finally:
            await connection.close()
