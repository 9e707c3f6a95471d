"""What the database does for a connection besides its page: how many rows are reckoned, and what is done with each.

The unit is an object shown, some 4 us of one core (docs/cost.md). A whole table is reckoned as a subdistrict has it.
"""

from collections.abc import Iterator
from functools import cache
from itertools import count

from sqlalchemy import Enum

from db.models import Base
from db.plan import AllOf, AnyOf, Compare, Condition, Connection, IdIs, IsNull, Key, Not, Operator, Related
from db.rows import Row
from db.scopes import share
from db.standing import Standing

ROWS = 5_000  # of a table, in one subdistrict
SEVERAL = 4  # times as many for who sees several, and names none
FEW = 10  # rows below one object

COUNTED = 25  # to count or add up a thousand rows
COMPARED = 10  # to compare them with a value
SEARCHED = 200  # to look for a text in them
SORTED = 100  # to sort them, where no index does
LOOKED_UP = 250  # to look up another row for each
SEEN = 500  # to find who sees them, where other rows decide

SEARCHES = (Operator.CONTAINS, Operator.STARTS_WITH)


def rows(connection: Connection, standing: Standing) -> int:
    """How many rows a connection is reckoned to choose from."""
    if connection.relation is not None or connection.ranking is not None:
        return FEW
    several = Row(connection.model, "").of_tenant and standing.by_prefix and not standing.abroad
    return ROWS * SEVERAL if several else ROWS


def done(rows: int, price: int) -> int:
    """The price of doing something with so many rows."""
    return max(1, rows * price // 1000)


def finding(connection: Connection, rows: int, standing: Standing) -> Iterator[int | str]:
    """What it takes to find which of the rows are meant and seen: prices, and names of lists that count by item."""
    if others_decide(connection.model, standing):
        yield done(rows, SEEN)
    yield from _tested(connection.where, rows)


def paging(connection: Connection, rows: int, standing: Standing) -> Iterator[int | str]:
    """What a page takes besides its objects: where all is shown in the order of an index, nothing."""
    if connection.where != AllOf(()):
        yield from finding(connection, rows, standing)
    if connection.ranking is None and not _in_order(connection.model, connection.order[0]):
        yield done(rows, SORTED)


def counting(connection: Connection, rows: int, standing: Standing) -> Iterator[int | str]:
    """What it takes to count all the rows, or to add them up."""
    yield done(rows, COUNTED)
    yield from finding(connection, rows, standing)


def _tested(condition: Condition, rows: int) -> Iterator[int | str]:
    match condition:
        case Compare(_, operator, param):
            yield done(rows, SEARCHED if operator in SEARCHES else COMPARED)
            if param.many:
                yield param.name
        case IdIs(_, id_):
            yield id_.name if id_.many else 1
        case IsNull():
            yield done(rows, COMPARED)
        case AllOf(parts) | AnyOf(parts):
            for part in parts:
                yield from _tested(part, rows)
        case Not(part):
            yield from _tested(part, rows)
        case Related(_, part):
            yield done(rows, LOOKED_UP)
            yield from _tested(part, rows)


@cache
def others_decide(model: type[Base], standing: Standing) -> bool:
    """Whether it takes rows of other tables to tell who sees a row."""
    numbers = count(1)
    share(Row(model, "row", numbers), standing)
    return next(numbers) > 1


@cache
def _in_order(model: type[Base], key: Key) -> bool:
    """Whether an index of the subdistrict has the rows in the order of the key."""
    row = Row(model, "")
    if key.attribute == "id" or not row.of_tenant:  # of what belongs to no subdistrict there are few
        return True
    sorted_by = {name for index in row.table.indexes for name in [column.name for column in index.columns][1:2]}
    return not isinstance(row[key.attribute].type, Enum) and not sorted_by.isdisjoint(_sorting(key))


def _sorting(key: Key) -> tuple[str, str]:
    """The columns that may have the order of the key: texts sort by a key of their own."""
    return key.attribute, f"{key.attribute}_key"
