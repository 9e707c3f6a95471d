"""Answers computed another way: graphql-core's own executor over rows in memory, one field at a time.

Slow and plain; it shares nothing with the compiled read path but the schema's text.
"""

import re
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from functools import cached_property
from typing import Any
from uuid import UUID

from graphql import (
    ExecutionResult,
    GraphQLEnumType,
    GraphQLError,
    GraphQLList,
    GraphQLObjectType,
    GraphQLResolveInfo,
    GraphQLSchema,
    execute_sync,
    get_named_type,
    get_nullable_type,
    parse,
)
from oracle import Rows

from db.models.states import Role
from db.viewer import ANONYMOUS, Viewer

KINDS = (
    *("Subdistrict", "Community", "Grid", "PartyBranch", "PartnerUnit", "ServiceArea", "Alliance", "Membership"),
    *("Need", "Resource", "Project", "NeedLine", "Claim", "Transition", "Account", "Topic", "Deliberation", "Attendee"),
    *("JointMeeting", "AgendaItem", "Whistle", "WhistleDepartment", "Fulfilment", "Milestone", "Evaluation"),
    *("Deadline", "Extension", "Notice", "Attachment", "Policy", "RequiredRole", "CalendarYear", "CalendarDay"),
    *("Subcategory", "MatchingPlan", "PlanLine", "UnservedNeed"),
)
WITHOUT_TOWN = ("Subdistrict", "Account")
PUBLIC = ("Community", "Grid", "PartyBranch", "Subcategory", "Need", "Resource", "Project", "NeedLine")
ONES = {
    "need": "Need",
    "resource": "Resource",
    "project": "Project",
    "claim": "Claim",
    "partner": "PartnerUnit",
    "topic": "Topic",
    "deliberation": "Deliberation",
    "jointMeeting": "JointMeeting",
    "whistle": "Whistle",
    "alliance": "Alliance",
    "membership": "Membership",
    "deadline": "Deadline",
    "extension": "Extension",
    "attachment": "Attachment",
    "matchingPlan": "MatchingPlan",
    "subcategory": "Subcategory",
}
# The column with the id of a relation's far end, where it is not the field's name and `_id`.
COLUMNS = {
    "creator": "created_by",
    "partnerConsenter": "partner_consent_by",
    "branchConsenter": "branch_consent_by",
    "approver": "approved_by",
    "deliverer": "delivered_by",
    "accepter": "accepted_by",
    "doer": "done_by",
    "decider": "decided_by",
}
# The column of the many that names the one: by the field, else by the one's type, else what hangs on any object.
ROLES = {"children": "parent_id", "duplicates": "merged_into_id", "receivedClaims": "receiver_id"}
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
    "Claim": "claim_id",
    "Topic": "topic_id",
    "Deliberation": "deliberation_id",
    "JointMeeting": "meeting_id",
    "Whistle": "whistle_id",
    "Deadline": "deadline_id",
    "Policy": "policy_id",
    "CalendarYear": "year_id",
    "MatchingPlan": "plan_id",
    "Subcategory": "subcategory_id",
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
    """The service as one viewer sees it: `rows` are those that it may see.

    `actions` has what the service says, when it is asked for nothing else, that the viewer may do, by global id.
    """

    def __init__(
        self, schema: GraphQLSchema, rows: Rows, viewer: Viewer = ANONYMOUS, actions: dict[str, list[str]] | None = None
    ) -> None:
        self.schema = schema
        self.viewer = viewer
        self.actions = actions or {}
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

    @cached_property
    def pages(self) -> dict[str, str]:
        """The kind of every list that begins a query."""
        found = {name: self.type_of("Query", name) for name in self.object_type("Query").fields}
        return {name: type_.removesuffix("Connection") for name, type_ in found.items() if type_.endswith("Connection")}

    def end(self, kind: str, name: str) -> str | None:
        """The kind of what a field leads to; None where it leads to nothing that can be filtered by."""
        found = self.type_of(kind, name).removesuffix("Connection")
        return found if found in KINDS else None

    def is_many(self, kind: str, name: str) -> bool:
        """Whether a field leads to several objects."""
        type_ = get_nullable_type(self.object_type(kind).fields[name].type)
        return isinstance(type_, GraphQLList) or str(type_).endswith("Connection")

    def is_stateful(self, kind: str) -> bool:
        """Whether objects of the kind have states."""
        return "Stateful" in {interface.name for interface in self.object_type(kind).interfaces}

    def relations(self, kind: str) -> list[str]:
        """The names of all fields that lead to other objects and can be filtered by."""
        return [name for name in self.object_type(kind).fields if self.end(kind, name)]

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
                return [self.by_id(id_) if is_id(id_) else None for id_ in arguments["ids"]]
            case "me":
                account = self.viewer.account_id
                return self._by_id.get(("Account", account)) if account else None
            case "subdistrict":
                coded = (s for s in self.things["Subdistrict"] if s.row["code"] == arguments["code"])
                return next(coded, None)
        if name in self.pages:
            kind = self.pages[name]
            return self._page(kind, self.listed(kind, arguments.get("filter")), arguments)
        return self.by_id(arguments["id"], ONES[name])

    def listed(self, kind: str, filter_: dict[str, Any] | None) -> list[Thing]:
        """What a list is of: all to be seen where a subdistrict is named, else the viewer's own; nobody has none."""
        if kind in WITHOUT_TOWN or names_its_town(filter_):
            return self.things[kind]
        if self.viewer.role is None and kind in PUBLIC:
            raise GraphQLError("which subdistrict?", extensions={"code": "SUBDISTRICT_REQUIRED"})
        return [thing for thing in self.things[kind] if thing.row["subdistrict_id"] in self._own_towns]

    @cached_property
    def _own_towns(self) -> set[UUID]:
        prefix, own = self.viewer.code_prefix, self.viewer.subdistrict_id
        rows = [town.row for town in self.things["Subdistrict"]]
        return {row["id"] for row in rows if row["id"] == own or (prefix and row["code"].startswith(prefix))}

    def by_id(self, text: str, of: str | None = None) -> Thing | None:
        """The object of a global id; GraphQLError when it is none, or none of that kind."""
        kind, town, id_ = read_id(text, of)
        thing = self._by_id.get((kind, id_))
        return thing if thing and (kind in WITHOUT_TOWN or thing.row["subdistrict_id"] == town) else None

    def field(self, thing: Thing, name: str, arguments: dict[str, Any]) -> Any:
        """What a field of an object shows."""
        match name:
            case "id":
                return thing.id
            case "postedBy":
                return self.one(thing, "branch") or self.one(thing, "partner")
            case "subject":
                return self._subject(thing)
            case "availableActions":
                return self.actions[thing.id]
            case "asOf":
                return self._state(thing, moment(arguments["at"]))
        far = self.end(thing.kind, name)
        if far is None:
            return plain(thing.value(name))
        if not self.is_many(thing.kind, name):
            return self.one(thing, name)
        many = self.many(thing, name)
        return self._page(far, many, arguments) if self.type_of(thing.kind, name) != far else many

    def _subject(self, thing: Thing) -> Thing | None:
        if thing.kind == "Evaluation":
            return self.one(thing, "claim") or self.one(thing, "topic") or self.one(thing, "need")
        kind = thing.row["subject_type"].title().replace("_", "")
        return self._by_id.get((kind, thing.row["subject_id"]))

    def _state(self, thing: Thing, at: datetime) -> str | None:
        """The state that an object had, as far as administrators and auditors ask for it."""
        if self.viewer.role not in {Role.SUBDISTRICT_ADMIN, Role.REGION_ADMIN, Role.AUDITOR}:
            return None
        log = [t.row for t in self.things["Transition"] if t.row["subject_id"] == thing.row["id"] and t.row["at"] <= at]
        return str(max(log, key=lambda row: str(row["id"]))["to_status"]) if log else None

    def one(self, thing: Thing, name: str) -> Thing | None:
        """The object at the far end of a relation, if it may be seen."""
        kind, column = self.end(thing.kind, name), f"{column_of(name)}_id"
        key = thing.row[column if column in thing.row else COLUMNS[name]]
        return self._by_id.get((kind, key)) if kind else None

    def many(self, thing: Thing, name: str) -> list[Thing]:
        """The objects at the far end of a relation that may be seen, oldest first."""
        candidates = self.things[self.end(thing.kind, name) or ""]
        column = ROLES.get(name) or OWNERS.get(thing.kind, "subject_id")
        if candidates and column not in candidates[0].row:
            column = "subject_id"
        found = (far for far in candidates if far.row[column] == thing.row["id"])
        return sorted(found, key=lambda far: str(far.row["id"]))

    def _page(self, kind: str, things: list[Thing], arguments: dict[str, Any]) -> dict[str, Any]:
        from reference_pages import page  # noqa: PLC0415 - a page asks the reference for its filters

        return page(self, kind, things, arguments)


def names_a_town(part: dict[str, Any] | None) -> bool:
    """Whether a filter on subdistricts leaves one at most, by equality."""
    equal = [(part or {}).get(name) or {} for name in ("code", "id")]
    return any(one.get("eq") is not None for one in equal) or any(map(names_a_town, (part or {}).get("and") or ()))


def names_its_town(filter_: dict[str, Any] | None) -> bool:
    """Whether a filter, or one of those in it that must all hold, names a subdistrict."""
    given = filter_ or {}
    return names_a_town(given.get("subdistrict")) or any(map(names_its_town, given.get("and") or ()))


def read_id(text: str, of: str | None = None) -> tuple[str, UUID, UUID]:
    """Kind, subdistrict and id in a global id, of that kind if there is one."""
    if not is_id(text) or of not in {None, KINDS[b64decode(text)[0] - 1]}:
        raise GraphQLError("not an id", extensions={"code": "INVALID_ID"})
    raw = b64decode(text)
    return KINDS[raw[0] - 1], UUID(bytes=raw[1:17]), UUID(bytes=raw[17:])


def is_id(text: str) -> bool:
    """Whether a text is a global id of any kind."""
    try:
        raw = b64decode(text, validate=True)
    except ValueError:
        return False
    return len(raw) == 33 and 0 < raw[0] <= len(KINDS)


def moment(text: str) -> datetime:
    """A time as GraphQL has it; China's where it says no offset."""
    read = datetime.fromisoformat(text)
    return read if read.tzinfo else read.replace(tzinfo=timezone(timedelta(hours=8)))


def plain(value: Any) -> Any:
    """A value as JSON shows it; PostgreSQL leaves out zeros at the end of a second's fraction."""
    if isinstance(value, datetime):
        return re.sub(r"(\.\d+?)0+(?=\+)", r"\1", value.isoformat())
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, Decimal) else value
