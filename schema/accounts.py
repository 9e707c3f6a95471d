"""Account 账号."""

from db import models

from .node import Node
from .reading import entity
from .registry import shown


@entity(models.Account, "An account: one login, one role, one scope", "账号：一个登录名、一个角色、一个范围")
class Account(Node):
    """账号."""

    login = shown(
        "str | None", "Login; only for the account itself and its administrator", "登录名，仅本人与管理员可见"
    )
    display_name = shown("str", "Name shown to others", "显示名", "昌乐路第三网格党支部书记")
    role = shown("Role", "Role", "角色")
    code_prefix = shown("str | None", "Beginning of the division codes that it sees", "可见区划代码的前缀", "3702")
    disabled = shown("bool", "Whether it is shut", "是否停用")
    created_at = shown("datetime", "When it was made", "创建时间")
    subdistrict = shown("Subdistrict | None", "Its subdistrict", "所属街道")
    community = shown("Community | None", "Its community", "所属社区")
    branch = shown("PartyBranch | None", "Its branch", "所属党组织")
    partner = shown("PartnerUnit | None", "Its partner", "所属合伙人")
