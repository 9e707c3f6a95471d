"""Fields that the compiled read path answers: entities, connections, and the root fields that begin them."""

from collections.abc import Callable
from typing import Any, TypeVar

import strawberry
from graphql import GraphQLObjectType
from strawberry.types.arguments import StrawberryArgument

from db.models import Base
from resolvers.reading.names import DEFINITION
from resolvers.reading.read import read

from .descriptions import text
from .generated import generate
from .registry import ByName, argument, of_type, register

Entity = TypeVar("Entity", bound=type)


def entity(model: type[Base], english: str, chinese: str) -> Callable[[Entity], Entity]:
    """Declare the GraphQL type of a model, and with it its connection, filter, order and aggregates."""

    def declare(cls: Entity) -> Entity:
        cls.model = model  # type: ignore[attr-defined]  # read by resolvers.reading.names
        declared = strawberry.type(cls, description=text(english, chinese))
        register(declared)
        generate(declared, model)
        return declared

    return declare


class ReadField(ByName):
    """A root field whose whole selection is read in one statement."""


def resolve_reads(query: GraphQLObjectType | None) -> None:
    """Resolve such fields as they are: Strawberry would make objects of their arguments, 8 ms for a hundred filters."""
    for field in query.fields.values() if query else ():
        if isinstance(field.extensions[DEFINITION], ReadField):
            field.resolve = read


def page_arguments(target: str) -> list[StrawberryArgument]:
    """The arguments of every connection."""
    return [
        argument("filter", f"{target}Filter | None", "Only those that fulfil this", "只列出符合条件的"),
        argument(
            "order",
            f"list[{target}Order] | None",
            "Sort by these keys, the first one first; default: newest first (places, records and parts: oldest first; "
            "what is ranked: best first)",
            "依次按这些键排序；默认最新的在前（区划、记录与明细按先后，推荐按匹配度）",
            "[{field: CREATED_AT, direction: DESC}]",
        ),
        argument(
            "first", "int | None", "Page of the first so many, 0 to 100; default 20", "取前若干条，0 至 100；默认 20"
        ),
        argument("last", "int | None", "Page of the last so many, 0 to 100", "取后若干条，0 至 100"),
        argument("after", "str | None", "Begin after the edge of this cursor", "从此游标之后开始"),
        argument("before", "str | None", "End before the edge of this cursor", "到此游标之前为止"),
    ]


def connected(target: str, english: str, chinese: str) -> Any:  # Any: stands for a class attribute
    """A field with a page of related objects."""
    field = ByName(type_annotation=of_type(f"{target}Connection"), description=text(english, chinese))
    field.arguments = page_arguments(target)
    return field


def listed(target: str, english: str, chinese: str) -> Any:  # Any: as connected
    """A root field with a page of a type's objects: of the viewer's area, or of the subdistrict that is named."""
    said = text(
        f"{english}: of your own area, unless the filter names a subdistrict",
        f"{chinese}：筛选未写明街道时，限本人所属范围",
    )
    field = ReadField(type_annotation=of_type(f"{target}Connection"), description=said)
    field.arguments = page_arguments(target)
    return field


def ranked(
    target: str, asked: str, english: str, chinese: str, *arguments: StrawberryArgument
) -> Any:  # Any: as connected
    """A root field with a page of computed rows: what is asked for is named as in `db.plan.Asked`."""
    facts = {"by": "ranking", "asked": asked}
    field = ReadField(
        type_annotation=of_type(f"{target}Connection"), description=text(english, chinese), metadata=facts
    )
    field.arguments = [*arguments, *page_arguments(target)]
    return field


def found(by: str, type_: str, english: str, chinese: str, *arguments: StrawberryArgument) -> Any:  # Any: as connected
    """A root field with the object that its argument `by` names."""
    field = ReadField(type_annotation=of_type(type_), description=text(english, chinese), metadata={"by": by})
    field.arguments = list(arguments)
    return field
