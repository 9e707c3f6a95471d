"""Orders: a list of keys, each a field with its direction and the place of nulls."""

import strawberry

from db.models import Base

from ..registry import given, make
from .columns import Fields, column_type, enum_of_fields


def order_types(name: str, model: type[Base], fields: Fields) -> None:
    """`<Name>Order` and `<Name>OrderField`."""
    sortable = {attribute: field for attribute, field in fields.items() if column_type(model, attribute) is not None}
    enum_of_fields(f"{name}OrderField", f"What {name} is sorted by", f"{name} 的排序键", sortable)
    order = {
        "field": given(
            f"{name}OrderField",
            "The field to sort by; texts by number, pinyin, letter",
            "按此字段排序；文字依数字、拼音、字母为序",
        ),
        "direction": given("Direction | None", "Which way; default ASC", "方向，默认升序", "DESC"),
        "nulls": given(
            "Nulls | None", "Where those without a value stand; default LAST", "空值的位置，默认在后", "FIRST"
        ),
    }
    make(strawberry.input, f"{name}Order", f"One key of an order of {name}", f"{name} 的一个排序键", order)
