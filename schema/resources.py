"""Resource 资源."""

from db import models

from .reading import connected, entity
from .registry import shown
from .stateful import Stateful


@entity(models.Resource, "What a partner, or the subdistrict itself, can give", "资源：合伙人或街道可提供的")
class Resource(Stateful):
    """资源."""

    title = shown("str", "Title", "标题", "周末义诊")
    description = shown("str", "What is offered", "说明")
    form = shown("ResourceForm", "Form", "形式")
    category = shown("Category", "What it is about", "类别")
    subcategory = shown("Subcategory | None", "Its second-level category", "小类")
    quantity = shown("int", "How much is offered, in units", "数量", "12")
    unit = shown("str", "The unit", "单位", "场")
    claimed = shown("int", "How much live claims hold", "已认领数量", "4")
    remaining = shown("int", "How much is left to claim", "剩余数量", "8")
    exclusive = shown("bool", "Whether only one claim at a time may use it", "同一时段是否只供一方使用")
    available_from = shown("datetime | None", "From when", "可用起始时间")
    available_until = shown("datetime | None", "Until when", "可用截止时间")
    conditions = shown("str", "Conditions", "使用条件")
    status = shown("ResourceStatus", "State", "状态")
    created_at = shown("datetime", "When it was made", "创建时间")
    updated_at = shown("datetime", "When it was last changed", "更新时间")
    subdistrict = shown("Subdistrict", "The subdistrict", "所属街道")
    partner = shown("PartnerUnit | None", "The partner; none: the subdistrict's own", "提供的合伙人，空为街道自有")
    community = shown("Community | None", "Where it can be used; none: all of the subdistrict", "服务社区，空为全街道")
    grid = shown("Grid | None", "The grid where it is", "所在网格")
    creator = shown("Account | None", "Who made it", "创建人")
    claims = connected("Claim", "Claims on it", "认领")
    deadlines = connected("Deadline", "Its deadlines", "时限")
    attachments = connected("Attachment", "Its files", "附件")
