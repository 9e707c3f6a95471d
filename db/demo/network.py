"""One demo subdistrict while it loads: its rows by the keys that the data files give them."""

from collections import deque
from collections.abc import Collection
from datetime import date, datetime, timedelta, timezone
from typing import Any
from uuid import UUID

import asyncpg

from ..machines import MACHINES
from ..models import Policy
from ..models.states import SubjectType
from .clocks import as_model, deadlines

Data = dict[str, Any]  # Any: what a TOML table holds
SOLVED, SATISFIED = 3, 4  # from which score on
BEIJING = timezone(timedelta(hours=8))
ACT = "SELECT set_config('red_partners.actor', $1, true), set_config('red_partners.reason', $2, true)"
CHANGED = "WHERE subdistrict_id = $1 AND id = $2 RETURNING new.*, old.status AS before"
EXPIRE = """\
UPDATE deadline SET status = 'EXPIRED', ended_at = $3, next_at = NULL
WHERE subdistrict_id = $1 AND subject_id = $2 AND ended_at IS NULL
"""


class Network:
    """Inserts and changes rows of one subdistrict as some account; the triggers log who and why."""

    def __init__(self, connection: asyncpg.Connection, password_hash: str) -> None:
        self.password_hash = password_hash
        self.subdistrict: UUID | None = None
        self.policy = Policy()
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

    def past(self, days: int) -> datetime:
        """Return the moment that many days before that of loading."""
        return self.now - timedelta(days=days)

    async def act(self, login: str | None, reason: str = "") -> UUID | None:
        """Make the account of a login the actor of what follows; return its id."""
        account = self.id("account", login)
        acting = (str(account or ""), reason)
        if acting != self._acting:
            await self._connection.execute(ACT, *acting)
            self._acting = acting
        return account

    async def open(self, key: str, **values: object) -> None:
        """Add the subdistrict itself; all that follows belongs to it, and is counted by its policy."""
        self.subdistrict = await self.add("subdistrict", key, **values)
        policy = await self._row("SELECT * FROM policy WHERE subdistrict_id = $1", self.subdistrict)
        self.policy = as_model(Policy, policy)

    async def add(self, table: str, key: str, ago: int = 0, /, **values: object) -> UUID:
        """Insert a row into the subdistrict, made some days ago, and remember its id under the key."""
        row = {name: value for name, value in values.items() if value is not None}
        if self.subdistrict:
            row["subdistrict_id"] = self.subdistrict
        if ago:
            row["created_at"] = self.past(ago)
        places = ", ".join(f"${number}" for number in range(1, len(row) + 1))
        insert = f"INSERT INTO {table} ({', '.join(row)}) VALUES ({places}) RETURNING *"  # noqa: S608 - our own names
        made = await self._row(insert, *row.values())
        id_: UUID = made["id"]
        self.ids[table, key] = id_
        await self._follow(table, key, made, "", self.past(ago))
        return id_

    async def change(self, table: str, key: str, **values: object) -> None:
        """Update a row that has states."""
        if values.get("status") == "EXPIRED":
            await self._connection.execute(EXPIRE, self.subdistrict, self.ids[table, key], self.now)
        changes = ", ".join(f"{name} = ${number}" for number, name in enumerate(values, 3))
        update = f"UPDATE {table} SET {changes} {CHANGED}"  # noqa: S608 - our own names
        row = await self._row(update, self.subdistrict, self.ids[table, key], *values.values())
        await self._follow(table, key, row, row.pop("before"), self.now)

    async def _row(self, statement: str, *values: object) -> Data:
        row = await self._connection.fetchrow(statement, *values)
        return dict(row or {})

    async def _follow(self, table: str, key: str, row: Data, before: str, start: datetime) -> None:
        """Begin the deadlines of a row's new state; a deadline's key is its kind and the row's."""
        for deadline in deadlines(table, row, before, self.policy, start):
            await self.add("deadline", f"{deadline['kind']} {key}", **deadline)

    async def rate(self, side: str, rating: list[Any], account: str, **subject: UUID | None) -> None:
        """Add an evaluation of a subject by an account: its score of five, and a comment."""
        score, comment = rating
        given = {"solved": score >= SOLVED, "satisfied": score >= SATISFIED, "score": score, "comment": comment}
        await self.add("evaluation", comment, side=side, created_by=self.id("account", account), **given, **subject)

    async def value(self, table: str, key: str, column: str = "status") -> Any:  # Any: a column's value
        """Return what a row has in a column, which triggers may have changed."""
        query = f"SELECT {column} FROM {table} WHERE subdistrict_id = $1 AND id = $2"  # noqa: S608 - our own names
        return await self._connection.fetchval(query, self.subdistrict, self.ids[table, key])

    async def move(self, table: str, key: str, status: str) -> None:
        """Take a row to a state by the shortest way that its lifecycle has."""
        for step in way(SubjectType(table.upper()), await self.value(table, key), status):
            await self.change(table, key, status=step)


def way(kind: SubjectType, start: str, end: str, *, around: Collection[str] = ()) -> tuple[str, ...]:
    """Return the states after `start` on the shortest way to `end` that leads around some states."""
    following, ways = MACHINES[kind].following(), deque[tuple[str, ...]]([(start,)])
    seen = {start, *around} - {end}
    while ways:
        steps = ways.popleft()
        if steps[-1] == end:
            return steps[1:]
        after = [status for status in following.get(steps[-1], ()) if status not in seen]
        seen.update(after)
        ways.extend((*steps, status) for status in after)
    raise ValueError(f"no way leads a {kind} from {start} to {end}")
