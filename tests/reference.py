"""Answers computed another way: graphql-core's own executor over rows in memory, one field at a time.

Slow and plain; it shares nothing with the compiled read path but the schema's text.
"""

import re
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cached_property
from typing import Any
from uuid import UUID

from graphql import (
    ExecutionResult,
    GraphQLEnumType,
    GraphQLError,
    GraphQLObjectType,
    GraphQLResolveInfo,
    GraphQLSchema,
    execute_sync,
    get_named_type,
    parse,
)
from oracle import Rows

KINDS = (
    *("Subdistrict", "Community", "Grid", "PartyBranch", "PartnerUnit", "ServiceArea", "Alliance", "Membership"),
    *("Need", "Resource", "Project", "NeedLine", "Claim", "Transition", "Account"),
)
WITHOUT_TOWN = ("Subdistrict", "Account")
LISTS = {
    "subdistricts": "Subdistrict",
    "communities": "Community",
    "grids": "Grid",
    "partyBranches": "PartyBranch",
    "children": "PartyBranch",
    "partners": "PartnerUnit",
    "serviceAreas": "ServiceArea",
    "alliances": "Alliance",
    "memberships": "Membership",
    "needs": "Need",
    "resources": "Resource",
    "projects": "Project",
    "needLines": "NeedLine",
    "lines": "NeedLine",
    "claims": "Claim",
    "transitions": "Transition",
    "accounts": "Account",
}
ONES = {"need": "Need", "resource": "Resource", "project": "Project", "claim": "Claim", "partner": "PartnerUnit"}
# A relation's far end, and the column with its id; `creator` is an Account by `created_by`.
ENDS = {
    "subdistrict": ("Subdistrict", "subdistrict_id"),
    "community": ("Community", "community_id"),
    "grid": ("Grid", "grid_id"),
    "branch": ("PartyBranch", "branch_id"),
    "parent": ("PartyBranch", "parent_id"),
    "partner": ("PartnerUnit", "partner_id"),
    "alliance": ("Alliance", "alliance_id"),
    "need": ("Need", "need_id"),
    "needLine": ("NeedLine", "need_line_id"),
    "project": ("Project", "project_id"),
    "resource": ("Resource", "resource_id"),
    "creator": ("Account", "created_by"),
    "actor": ("Account", "actor_id"),
    "partnerConsenter": ("Account", "partner_consent_by"),
    "branchConsenter": ("Account", "branch_consent_by"),
}
# The column of the many that names the one, by the one's type.
OWNERS = {
    "Subdistrict": "subdistrict_id",
    "Community": "community_id",
    "Grid": "grid_id",
    "PartyBranch": "branch_id",
    "PartnerUnit": "partner_id",
    "Alliance": "alliance_id",
    "Need": "need_id",
    "Resource": "resource_id",
    "Project": "project_id",
    "NeedLine": "need_line_id",
}
CALCULATED = {"remaining": ("quantity", "claimed"), "freeCapacity": ("capacity", "carrying")}


def column_of(name: str) -> str:
    """The column of a field: `created_at` for `createdAt`."""
    return re.sub(r"[A-Z]", lambda letter: f"_{letter[0].lower()}", name)


@dataclass(frozen=True, eq=False)
class Thing:
    """A row with the name of its GraphQL type."""

    kind: str
    row: Mapping[str, Any]  # Any: columns of every type

    @property
    def id(self) -> str:
        town: UUID = self.row["id" if self.kind in WITHOUT_TOWN else "subdistrict_id"]
        return b64encode(bytes([KINDS.index(self.kind) + 1]) + town.bytes + self.row["id"].bytes).decode()

    def value(self, name: str) -> Any:
        """The value of a scalar field, as Python has it."""
        if name in CALCULATED:
            whole, part = CALCULATED[name]
            return self.row[whole] - self.row[part]
        return self.row[column_of(name)]


class Reference:
    """The service as one viewer sees it: `rows` are those that it may see, `account` its own id."""

    def __init__(self, schema: GraphQLSchema, rows: Rows, account: UUID | None = None) -> None:
        self.schema = schema
        self.account = account
        self.things = {kind: [Thing(kind, row) for row in rows[column_of(kind).lstrip("_")]] for kind in KINDS}

    def execute(self, text: str, variables: dict[str, Any] | None = None) -> ExecutionResult:
        """The answer to an operation."""
        return execute_sync(
            self.schema,
            parse(text),
            variable_values=variables,
            field_resolver=self._resolve,
            type_resolver=lambda thing, *_: str(thing.kind),
        )

    @cached_property
    def enums(self) -> dict[str, list[str]]:
        """The values of every enumeration, in their order."""
        types = self.schema.type_map.items()
        return {name: list(type_.values) for name, type_ in types if isinstance(type_, GraphQLEnumType)}

    @cached_property
    def _by_id(self) -> dict[tuple[str, UUID], Thing]:
        return {(kind, thing.row["id"]): thing for kind, things in self.things.items() for thing in things}

    def object_type(self, kind: str) -> GraphQLObjectType:
        """The type of that name."""
        type_ = self.schema.type_map[kind]
        assert isinstance(type_, GraphQLObjectType)
        return type_

    def type_of(self, kind: str, name: str) -> str:
        """The name of a field's type."""
        return str(get_named_type(self.object_type(kind).fields[name].type).name)

    def relations(self, kind: str) -> list[str]:
        """The names of all fields that lead to other objects and can be filtered by."""
        return [name for name in self.object_type(kind).fields if name in ENDS or name in LISTS]

    def _resolve(self, source: Any, info: GraphQLResolveInfo[None], **arguments: Any) -> Any:
        if isinstance(source, Thing):
            return self.field(source, info.field_name, arguments)
        if source is None:
            return self._root(info, arguments)
        found = source[info.field_name]
        return found(**arguments) if callable(found) else found

    def _root(self, info: GraphQLResolveInfo[None], arguments: dict[str, Any]) -> Any:
        match name := info.field_name:
            case "node":
                return self.by_id(arguments["id"])
            case "nodes":
                return [self.by_id(id_) for id_ in arguments["ids"]]
            case "me":
                return self._by_id.get(("Account", self.account)) if self.account else None
            case "subdistrict":
                coded = (s for s in self.things["Subdistrict"] if s.row["code"] == arguments["code"])
                return next(coded, None)
        if name in LISTS:
            return self._page(LISTS[name], self.things[LISTS[name]], arguments)
        found = self.by_id(arguments["id"])
        return found if found and found.kind == ONES[name] else None

    def by_id(self, text: str) -> Thing | None:
        """The object of a global id; GraphQLError when it is none."""
        kind, town, id_ = read_id(text)
        thing = self._by_id.get((kind, id_))
        return thing if thing and (kind in WITHOUT_TOWN or thing.row["subdistrict_id"] == town) else None

    def field(self, thing: Thing, name: str, arguments: dict[str, Any]) -> Any:
        """What a field of an object shows."""
        if name == "id":
            return thing.id
        if name == "postedBy":
            return self.one(thing, "branch") or self.one(thing, "partner")
        if name == "subject":
            kind = thing.row["subject_type"].title().replace("_", "")
            return self._by_id.get((kind, thing.row["subject_id"]))
        if name in LISTS:
            many = self.many(thing, name)
            return many if name == "serviceAreas" else self._page(LISTS[name], many, arguments)
        return self.one(thing, name) if name in ENDS else plain(thing.value(name))

    def one(self, thing: Thing, name: str) -> Thing | None:
        """The object at the far end of a relation, if it may be seen."""
        kind, column = ENDS[name]
        return self._by_id.get((kind, thing.row[column]))

    def many(self, thing: Thing, name: str) -> list[Thing]:
        """The objects at the far end of a relation that may be seen, oldest first."""
        column = "parent_id" if name == "children" else OWNERS[thing.kind]
        found = (far for far in self.things[LISTS[name]] if far.row[column] == thing.row["id"])
        return sorted(found, key=lambda far: str(far.row["id"]))

    def _page(self, kind: str, things: list[Thing], arguments: dict[str, Any]) -> dict[str, Any]:
        from reference_pages import page  # noqa: PLC0415 - a page asks the reference for its filters

        return page(self, kind, things, arguments)


def read_id(text: str) -> tuple[str, UUID, UUID]:
    """Kind, subdistrict and id in a global id."""
    try:
        raw = b64decode(text, validate=True)
        kind, town, id_ = KINDS[raw[0] - 1], raw[1:17], raw[17:]
        return kind, UUID(bytes=town), UUID(bytes=id_)
    except (ValueError, IndexError):
        raise GraphQLError("not an id", extensions={"code": "INVALID_ID"}) from None


def plain(value: Any) -> Any:
    """A value as JSON shows it; PostgreSQL leaves out zeros at the end of a second's fraction."""
    if isinstance(value, datetime):
        return re.sub(r"(\.\d+?)0+(?=\+)", r"\1", value.isoformat())
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, Decimal) else value
