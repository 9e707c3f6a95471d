"""Random arguments for random operations, mostly about things that are there."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

from graphql import GraphQLArgument, GraphQLEnumType, GraphQLInputObjectType, get_named_type
from hypothesis import strategies as st
from reference import KINDS, Reference, plain
from reference_pages import cursor_of, order_of

JUNK = ["", "!", "QQ==", "CQ", "号"]


TIMES = ["2026-01-02T08:00:00", "2026-01-02T08:00:00.5+08:00", "1900-01-01T00:00:00Z"]
T = TypeVar("T")


@dataclass(frozen=True)
class Enum:
    """A value of an enumeration."""

    name: str


class Values:
    """Draws arguments; `refused` gathers the codes of the errors that they may lead to."""

    def __init__(self, draw: st.DrawFn, reference: Reference) -> None:
        self.draw, self.reference = draw, reference
        self.refused: set[str] = set()

    def chance(self, one_in: int) -> bool:
        """Once in so many times."""
        return self.draw(st.integers(0, one_in - 1)) == one_in - 1

    def one_of(self, items: Iterable[T]) -> T:
        return self.draw(st.sampled_from(list(items)))

    def page(self, kind: str, arguments: dict[str, GraphQLArgument]) -> dict[str, Any]:
        """Arguments of a connection."""
        given: dict[str, Any] = {}
        if self.chance(3):
            given["filter"] = self.filter(arguments["filter"].type, kind, 2)
        if "subdistrict" in self.reference.object_type(kind).fields and self.chance(3):
            given["filter"] = (given.get("filter") or {}) | {"subdistrict": {"code": {"eq": self.key("code", "")}}}
        if self.chance(2):
            given["order"] = self.order(arguments["order"].type)
        for name in ("after", "before"):
            if self.chance(6):
                given[name] = self.cursor(kind, given.get("order"))
        if self.chance(2):
            given[self.one_of(["first", "last"])] = self.size(100)
        return {name: given[name] for name in self.draw(st.permutations(list(given)))}

    def size(self, most: int) -> int | None:
        if self.chance(40):
            self.refused.add("PAGE_SIZE")
            return self.one_of([-1, most + 1, 2**31 - 1])
        return self.draw(st.none() | st.integers(0, 4) | st.just(most))

    def order(self, type_: Any) -> list[dict[str, Any]] | dict[str, Any] | None:
        term = get_named_type(type_)
        assert isinstance(term, GraphQLInputObjectType)
        orders = [self._term(term) for _ in range(self.draw(st.integers(0, 3)))]
        return orders[0] if len(orders) == 1 and self.chance(3) else None if self.chance(10) else orders

    def _term(self, type_: GraphQLInputObjectType) -> dict[str, Any]:
        given: dict[str, Any] = {"field": self._enum(type_.fields["field"].type)}
        for name in ("direction", "nulls"):
            if self.chance(2):
                given[name] = None if self.chance(6) else self._enum(type_.fields[name].type)
        return given

    def _enum(self, type_: Any) -> Enum:
        named = get_named_type(type_)
        assert isinstance(named, GraphQLEnumType)
        return Enum(self.one_of(named.values))

    def cursor(self, kind: str, order: Any) -> str | None:
        """A cursor of some object of that kind, seldom of another order."""
        if self.chance(30):
            self.refused.add("INVALID_CURSOR")
            return self.one_of(
                [*JUNK, cursor_of(self.reference, self.reference.things["Need"][0], [("id", False, True)])]
            )
        if self.chance(10):
            return None
        terms = [order] if isinstance(order, dict) else order or []
        named = [{name: item.name for name, item in term.items() if item is not None} for term in terms]
        things = self.reference.things[kind]
        return cursor_of(self.reference, self.one_of(things), order_of(kind, named)) if things else None

    def groups(self, arguments: dict[str, GraphQLArgument]) -> dict[str, Any]:
        """Arguments of `groups`."""
        by = [self._enum(arguments["by"].type) for _ in range(self.draw(st.integers(0, 3)))]
        given: dict[str, Any] = {"by": by[0] if len(by) == 1 and self.chance(3) else by}
        return given | ({"first": self.size(1000)} if self.chance(3) else {})

    def key(self, name: str, kind: str) -> Any:
        """An argument that names objects, or a time."""
        if name == "code":
            return self.one_of([thing.value("code") for thing in self.reference.things["Subdistrict"]] + ["", "370203"])
        if name == "at":
            return self.one_of([*TIMES, *(plain(thing.row["at"]) for thing in self.reference.things["Transition"])])
        if name == "id":
            return self.id(kind)
        return [self.one_of([*JUNK, self.id(kind)]) for _ in range(self.draw(st.integers(0, 4)))]

    def id(self, kind: str) -> str:
        """An id of a kind, or of any where it is none; seldom of another, or no id."""
        if self.chance(40):
            self.refused.add("INVALID_ID")
            return self.one_of([*JUNK, self.reference.things[self.one_of(KINDS)][0].id])
        return str(self.one_of(self.reference.things[kind if kind in KINDS else self.one_of(KINDS)]).id)

    def filter(self, type_: Any, kind: str, depth: int) -> dict[str, Any] | None:
        """A filter on objects of a kind."""
        named = get_named_type(type_)
        assert isinstance(named, GraphQLInputObjectType)
        names = self.draw(st.lists(st.sampled_from(sorted(named.fields)), max_size=2, unique=True))
        return None if self.chance(20) else {n: self._part(n, named.fields[n].type, kind, depth) for n in names}

    def _part(self, name: str, type_: Any, kind: str, depth: int) -> Any:
        named = get_named_type(type_)
        assert isinstance(named, GraphQLInputObjectType)
        if self.chance(12):
            return None
        if name in {"and", "or"}:
            return [
                self.filter(type_, kind, depth - 1) or {} for _ in range(self.draw(st.integers(0, 2 if depth else 0)))
            ]
        if named.name.removesuffix("Filter") in KINDS:
            return self.filter(type_, named.name.removesuffix("Filter"), depth - 1) if depth else {}
        if (many := named.name.removesuffix("ListFilter")) in KINDS:
            quantifiers = self.draw(st.lists(st.sampled_from(["some", "none", "every"]), max_size=2, unique=True))
            inner = named.fields["some"].type
            return {q: self.filter(inner, many, depth - 1) if depth else {} for q in quantifiers}
        operators = self.draw(st.lists(st.sampled_from(sorted(named.fields)), max_size=2, unique=True))
        return {operator: self._operand(operator, name, kind) for operator in operators}

    def _operand(self, operator: str, name: str, kind: str) -> Any:
        if operator == "isNull":
            return self.draw(st.booleans())
        if self.chance(15):
            if operator not in {"eq", "ne"}:
                self.refused.add("NULL_OPERAND")
            return None
        if operator in {"in", "notIn"}:
            return [self._value(name, kind) for _ in range(self.draw(st.integers(0, 3)))]
        value = self._value(name, kind)
        if operator in {"contains", "startsWith"}:
            start = self.draw(st.integers(0, 2)) if operator == "contains" else 0
            value = value[start : start + self.draw(st.integers(0, 4))]
            return value.swapcase() if self.chance(3) else value
        return value

    def _value(self, name: str, kind: str) -> Any:
        """A value that some object has there, or one near by."""
        if name == "id":
            return self.id(kind)
        column = self.reference.type_of(kind, name)
        known = [plain(value) for thing in self.reference.things[kind] if (value := thing.value(name)) is not None]
        if column in self.reference.enums:
            return Enum(self.one_of(self.reference.enums[column]))
        others: dict[str, list[Any]] = {
            "Int": [0, -1, 2**31 - 1, -(2**31)],
            "Float": [0.1, -0.0, 1e300, 1],
            "String": ["", "%", "_", "\\", '"', "😀", "ß", "İ"],
            "Boolean": [True, False],
            "DateTime": TIMES,
            "Date": ["2026-06-01", "1900-01-01", "2200-12-31"],
            "Decimal": ["0", "-1", "12000", "0.005", "999999999999999999.5"],
        }
        return self.one_of(others[column] if not known or self.chance(4) else known)
