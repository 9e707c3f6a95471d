"""One demo subdistrict while it loads: its rows by the keys that the data files give them."""

from collections import deque
from datetime import date, datetime, timedelta, timezone
from typing import Any
from uuid import UUID

import asyncpg

from ..models.lifecycles import LIFECYCLES
from ..models.states import SubjectType

Data = dict[str, Any]  # Any: what a TOML table holds
BEIJING = timezone(timedelta(hours=8))
ACT = "SELECT set_config('red_partners.actor', $1, true), set_config('red_partners.reason', $2, true)"


class Network:
    """Inserts and changes rows of one subdistrict as some account; the triggers log who and why."""

    def __init__(self, connection: asyncpg.Connection, password_hash: str) -> None:
        self.password_hash = password_hash
        self.subdistrict: UUID | None = None
        self.admin = ""
        self.ids: dict[tuple[str, str], UUID] = {}
        self.now = datetime.now(BEIJING)
        self._connection = connection
        self._acting = ("", "")

    def id(self, table: str, key: str | None) -> UUID | None:
        """Return the id of the row that a data file names so; no key, no row."""
        return None if key is None else self.ids[table, key]

    def day(self, days: int | None) -> date | None:
        """Return the day that many days from the day of loading."""
        return None if days is None else self.now.date() + timedelta(days=days)

    def time(self, days: int | None, hour: int = 0) -> datetime | None:
        """Return an hour of a day, in Beijing's time."""
        day = self.day(days)
        return None if day is None else datetime(day.year, day.month, day.day, hour, tzinfo=BEIJING)

    async def act(self, login: str | None, reason: str = "") -> UUID | None:
        """Make the account of a login the actor of what follows; return its id."""
        account = self.id("account", login)
        acting = (str(account or ""), reason)
        if acting != self._acting:
            await self._connection.execute(ACT, *acting)
            self._acting = acting
        return account

    async def add(self, table: str, key: str, **values: object) -> UUID:
        """Insert a row into the subdistrict and remember its id under the key."""
        row = {name: value for name, value in values.items() if value is not None}
        if self.subdistrict:
            row["subdistrict_id"] = self.subdistrict
        places = ", ".join(f"${number}" for number in range(1, len(row) + 1))
        insert = f"INSERT INTO {table} ({', '.join(row)}) VALUES ({places}) RETURNING id"  # noqa: S608 - our own names
        made: UUID = await self._connection.fetchval(insert, *row.values())
        self.ids[table, key] = made
        return made

    async def change(self, table: str, key: str, **values: object) -> None:
        """Update a row."""
        changes = ", ".join(f"{name} = ${number}" for number, name in enumerate(values, 3))
        update = f"UPDATE {table} SET {changes} WHERE subdistrict_id = $1 AND id = $2"  # noqa: S608 - our own names
        await self._connection.execute(update, self.subdistrict, self.ids[table, key], *values.values())

    async def status(self, table: str, key: str) -> str:
        """Return the state of a row, which triggers may have changed."""
        query = f"SELECT status FROM {table} WHERE subdistrict_id = $1 AND id = $2"  # noqa: S608 - our own names
        status: str = await self._connection.fetchval(query, self.subdistrict, self.ids[table, key])
        return status

    async def move(self, table: str, key: str, status: str) -> None:
        """Take a row to a state by the shortest way that its lifecycle has."""
        for step in way(SubjectType(table.upper()), await self.status(table, key), status):
            await self.change(table, key, status=step)


def way(kind: SubjectType, start: str, end: str) -> tuple[str, ...]:
    """Return the states after `start` on the shortest way to `end`."""
    ways: deque[tuple[str, ...]] = deque([(start,)])
    while ways:
        steps = ways.popleft()
        if steps[-1] == end:
            return steps[1:]
        ways.extend((*steps, status) for status in LIFECYCLES[kind].get(steps[-1], ()) if status not in steps)
    raise ValueError(f"no way leads a {kind} from {start} to {end}")
