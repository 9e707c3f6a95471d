"""Need 需求."""

from db import models

from .reading import connected, entity
from .registry import shown
from .stateful import Stateful


@entity(models.Need, "A need of residents, a grid or a partner", "需求：居民、网格或合伙人所需")
class Need(Stateful):
    """需求."""

    owner = shown("NeedOwner", "Whose need it is", "需求归属")
    posted_by = shown(
        "Party | None",
        "The branch that posted it, or the partner whose need it is",
        "发布的党组织，或提出需求的合伙人",
        either={"PartyBranch": "branch", "PartnerUnit": "partner"},
    )
    title = shown("str", "Title", "标题", "6 号楼楼道加装扶手")
    description = shown("str", "What is needed and why", "说明")
    category = shown("Category", "What it is about", "类别")
    subcategory = shown("Subcategory | None", "Its second-level category", "小类")
    quantity = shown("int", "How much is needed, in units", "所需数量", "60")
    unit = shown("str", "The unit", "单位", "米")
    claimed = shown("int", "How much live claims hold", "已认领数量", "20")
    remaining = shown("int", "How much is left to claim", "剩余数量", "40")
    planned = shown("int", "How much live projects answer", "已列入项目的数量", "60")
    started = shown("int", "How much claims under way or done hold", "已启动兑现的数量", "20")
    fulfilled = shown("int", "How much is confirmed as delivered", "已确认兑现的数量", "10")
    beneficiaries = shown("int | None", "How many people it serves", "受益人数", "36")
    site = shown("str | None", "Where", "地点", "金色年华小区 6 号楼")
    needed_by = shown("date | None", "By when", "期望完成日期")
    priority = shown("Priority", "Priority", "优先级")
    divisible = shown(
        "bool", "Whether parts of it may be claimed; else it is claimed whole", "是否可分部分认领，否则须整体认领"
    )
    excluded_kinds = shown(
        "list[PartnerKind]", "Kinds of partners that are not proposed for it", "不予推荐的合伙人类别"
    )
    contact_name = shown("str | None", "Contact; only for the handling chain", "联系人，仅经办方可见")
    contact_phone = shown("str | None", "The contact's phone; only for the handling chain", "联系电话，仅经办方可见")
    restricted = shown("bool", "Whether only its handling chain sees it", "是否仅经办方可见")
    status = shown("NeedStatus", "State", "状态")
    created_at = shown("datetime", "When it was made", "创建时间")
    updated_at = shown("datetime", "When it was last changed", "更新时间")
    subdistrict = shown("Subdistrict", "The subdistrict", "所属街道")
    branch = shown("PartyBranch | None", "The branch that posted it", "发布的党组织")
    partner = shown("PartnerUnit | None", "The partner whose need it is", "提出需求的合伙人")
    topic = shown("Topic | None", "The topic that it comes from", "来源议题")
    community = shown("Community | None", "The community", "所在社区")
    grid = shown("Grid | None", "The grid", "所在网格")
    creator = shown("Account | None", "Who made it", "创建人")
    lines = connected("NeedLine", "The project lines that answer it", "列入的项目条目")
    claims = connected("Claim", "Claims on it", "认领")
    evaluations = connected("Evaluation", "How its owner rated what was delivered", "兑现评价")
    deadlines = connected("Deadline", "Its deadlines", "时限")
    attachments = connected("Attachment", "Its files", "附件")
