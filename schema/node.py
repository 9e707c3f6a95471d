"""What objects have in common: ids, pages, parties."""

import strawberry

from .descriptions import text
from .registry import register, shown


@register
@strawberry.interface(description=text("Whatever has an id of its own", "有编号的对象"))
class Node:
    """Relay's Node."""

    id = shown(
        "ID", "The global id: opaque, of use in every field that takes an id", "全局编号，不透明，可用于任何编号参数"
    )


@register
@strawberry.interface(description=text("A side of a claim: a party branch or a partner", "认领的一方：党组织或合伙人"))
class Party(Node):
    """What branches and partners have in common."""

    name = shown("str", "Name", "名称", "昌乐路社区第三网格党支部")


@register
@strawberry.type(description=text("What is around a page, as Relay has it", "分页信息"))
class PageInfo:
    """Relay's PageInfo."""

    has_next_page = shown("bool", "Whether there is more after this page", "之后是否还有")
    has_previous_page = shown("bool", "Whether there is more before this page", "之前是否还有")
    start_cursor = shown("str | None", "Cursor of the first edge; null on an empty page", "首条游标，空页为空")
    end_cursor = shown("str | None", "Cursor of the last edge; null on an empty page", "末条游标，空页为空")
