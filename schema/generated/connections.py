"""A connection and its edge, as the Relay specification has them, with `nodes` and `totalCount` besides."""

import strawberry
from strawberry.types.field import StrawberryField

from db.models import Base

from ..registry import argument, make, shown


def connection_types(name: str, model: type[Base], *, grouped: bool) -> None:
    """`<Name>Connection` and `<Name>Edge`."""
    edge = {
        "cursor": shown("str", "Its place in this order, for `after` and `before`", "在此排序中的位置，用于翻页"),
        "node": shown(name, "The object", "对象"),
    }
    make(strawberry.type, f"{name}Edge", f"A {name} on a page", f"一页中的一项 {name}", edge, model=model)
    connection = {
        "edges": shown(f"list[{name}Edge]", "The objects of the page with their cursors", "本页各项及其游标"),
        "nodes": shown(f"list[{name}]", "The objects of the page", "本页各项"),
        "page_info": shown("PageInfo", "Whether there is more before and after", "前后是否还有"),
        "total_count": shown("int", "How many there are on all pages", "全部页的总数"),
        "aggregate": shown(f"{name}Aggregate", "Counts, sums, extremes and means over all pages", "对全部页的统计"),
        **({"groups": _groups(name)} if grouped else {}),
    }
    make(strawberry.type, f"{name}Connection", f"A page of {name}", f"一页 {name}", connection, model=model)


def _groups(name: str) -> StrawberryField:
    english, chinese = "The same per group, the largest groups first", "分组统计，数量多的组在前"
    field: StrawberryField = shown(f"list[{name}Group]", english, chinese)
    field.arguments = [
        argument("by", f"list[{name}GroupBy]", "What the members of a group share", "分组依据"),
        argument(
            "first", "int | None", "So many groups at most, 0 to 1000; default 100", "最多几组，0 至 1000；默认 100"
        ),
    ]
    return field
