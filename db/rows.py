"""A row of a model inside a statement: its alias, and its columns by attribute name."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import Any, cast

from sqlalchemy import Column, ColumnElement, FromClause, Table, and_, literal_column, true
from sqlalchemy.sql.elements import True_
from sqlalchemy.sql.visitors import replacement_traverse

from .models import Base


def literal(text: str) -> ColumnElement[Any]:  # Any: the type of a literal is PostgreSQL's to find
    """A piece of SQL that is the project's own text, never a user's."""
    return literal_column(text)


TOGETHER = literal("true")  # as HAVING: one row of all, also where no function asks for one, as `{ __typename }`


def every(*conditions: ColumnElement[bool]) -> ColumnElement[bool]:
    """All of the conditions, without those that are true anyway."""
    said = [part for part in conditions if not isinstance(part, True_)]
    return and_(*said) if said else true()


@dataclass
class Row:
    """The alias `name` of a model's table; `used` collects the columns that a statement takes from it."""

    model: type[Base]
    name: str
    counter: Iterator[int] = field(default_factory=lambda: count(1))
    used: set[str] = field(default_factory=set)
    computed: FromClause | None = None

    @classmethod
    def of(cls, model: type[Base], counter: Iterator[int], computed: FromClause | None = None) -> "Row":
        """A row under the next free alias: `need_1`, `claim_2`, …; `computed` stands for a table that there is not."""
        return cls(model, f"{model.__tablename__}_{next(counter)}", counter, computed=computed)

    def beside(self, model: type[Base], purpose: str) -> "Row":
        """A row of another table for a condition on this one."""
        return Row(model, f"{purpose}_{next(self.counter)}", self.counter)

    @property
    def source(self) -> FromClause:
        """The table, or what is computed in its place, under this alias, for FROM."""
        return (self.table if self.computed is None else self.computed).alias(self.name)

    def has(self, attribute: str) -> bool:
        """Whether the model has that column or column expression."""
        return attribute in self.model.__mapper__.column_attrs

    def __getitem__(self, attribute: str) -> ColumnElement[Any]:  # Any: columns have every type
        """The column, or the column expression with its columns put in."""
        declared = self.declared(attribute)
        if isinstance(declared, Column):  # as most are: going through an expression takes a tenth of the rendering
            return self.column(declared.name)
        expression: ColumnElement[Any] = replacement_traverse(declared, {}, self._column)
        return expression

    def declared(self, attribute: str) -> ColumnElement[Any]:  # Any: as __getitem__
        """The column, or the column expression, as the model declares it."""
        return cast("ColumnElement[Any]", self.model.__mapper__.column_attrs[attribute].expression)

    def nullable(self, attribute: str) -> bool:
        """Whether the attribute can be null."""
        return bool(getattr(self.declared(attribute), "nullable", False))

    def _column(self, element: Any, **_: object) -> ColumnElement[Any] | None:  # Any: every kind of SQL element
        if getattr(element, "table", None) is not self.table:
            return None
        return self.column(element.name)

    def column(self, name: str) -> ColumnElement[Any]:  # Any: as __getitem__
        """The table's column of that name."""
        self.used.add(name)
        return literal_column(f"{self.name}.{name}", self.table.c[name].type)

    @property
    def table(self) -> Table:
        """The model's table."""
        return cast("Table", self.model.__table__)

    @property
    def of_tenant(self) -> bool:
        """Whether the subdistrict is part of the key; accounts and subdistricts belong to none."""
        return "subdistrict_id" in self.table.primary_key.columns

    @property
    def subdistrict(self) -> ColumnElement[Any]:
        """The tenant column; a subdistrict is its own."""
        return self["subdistrict_id" if self.has("subdistrict_id") else "id"]
