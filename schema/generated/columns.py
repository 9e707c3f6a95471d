"""What the generated types need to know of an entity's fields."""

from typing import Any

import strawberry
from sqlalchemy import ARRAY
from sqlalchemy.types import TypeEngine
from strawberry.types.field import StrawberryField
from strawberry.utils.str_converters import to_camel_case

from db.models import Base
from db.rows import Row
from db.scopes import MASKS
from resolvers.reading.values import Structural

from ..descriptions import text
from ..registry import register

Fields = dict[str, StrawberryField]


def fields_of(entity: Any, model: type[Base]) -> Fields:  # Any: a Strawberry type
    """The fields that stand for an attribute of the model and hide nothing, by attribute."""
    fields = {field.python_name: field for field in entity.__strawberry_definition__.fields}
    open_ = {name: f for name, f in fields.items() if name in model.__mapper__.attrs and (model, name) not in MASKS}
    return {name: f for name, f in open_.items() if not isinstance(column_type(model, name), ARRAY)}


def column_type(model: type[Base], attribute: str) -> TypeEngine[Any] | None:
    """The SQL type of an attribute; None for a relation."""
    return None if attribute in model.__mapper__.relationships else Row(model, "")[attribute].type


def enum_of_fields(name: str, english: str, chinese: str, fields: Fields) -> None:
    """An enumeration whose values name fields: CREATED_AT for `createdAt`."""
    values = {
        attribute.upper(): strawberry.enum_value(to_camel_case(attribute), description=field.description)
        for attribute, field in fields.items()
    }
    enum = Structural(name, values, module=__name__)  # type: ignore[call-arg]  # Enum's functional API
    register(strawberry.enum(enum, name=name, description=text(english, chinese)))  # type: ignore[call-overload]  # as above
