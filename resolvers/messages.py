"""What every refusal says to its reader, in Chinese and English."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from .errors import ErrorCode, UserError

Language = Literal["zh", "en"]


class Message(NamedTuple):
    """One text in both languages; `{names}` are filled from the refusal's parameters."""

    zh: str
    en: str


@dataclass(frozen=True)
class Refusal:
    """A refusal as it is answered: the field's path, the code, and the text in the reader's language."""

    field: list[str]
    code: ErrorCode
    message: str


MESSAGES: dict[ErrorCode, Message] = {
    ErrorCode.UNAUTHENTICATED: Message("请先登录，或重新登录", "please sign in, or sign in again"),
    ErrorCode.INVALID_CREDENTIALS: Message("账号或密码不正确", "the login or the password is wrong"),
    ErrorCode.TOO_MANY_ATTEMPTS: Message("尝试次数过多，请稍后再试", "too many attempts, try again later"),
    ErrorCode.FORBIDDEN: Message("您不能办理此事", "you may not do this"),
    ErrorCode.NOT_FOUND: Message("未找到", "not found"),
    ErrorCode.REQUIRED: Message("此项必填", "this is required"),
    ErrorCode.BLANK: Message("不能为空白", "must not be blank"),
    ErrorCode.TOO_SHORT: Message("太短", "too short"),
    ErrorCode.TOO_LONG: Message("太长", "too long"),
    ErrorCode.TOO_MANY: Message("数目太多", "too many"),
    ErrorCode.INVALID_CHARACTERS: Message("含有不允许的控制字符", "holds control characters, which are not allowed"),
    ErrorCode.INVALID_FORMAT: Message("格式不正确", "not in the expected form"),
    ErrorCode.NOT_POSITIVE: Message("必须是大于 0 的整数", "must be a whole number above 0"),
    ErrorCode.OUT_OF_RANGE: Message("超出允许的范围", "outside the allowed range"),
    ErrorCode.IN_THE_PAST: Message("不能早于现在", "must not be in the past"),
    ErrorCode.IN_THE_FUTURE: Message("不能晚于现在", "must not be in the future"),
    ErrorCode.DUPLICATE: Message("重复填写", "named twice"),
    ErrorCode.ALREADY_EXISTS: Message("已有相同的记录", "there already is one with the same value"),
    ErrorCode.MISMATCH: Message("与其他各项不属于同一事项", "does not belong together with the rest of the input"),
    ErrorCode.UNIT_MISMATCH: Message(
        "需求与资源的计量单位不同，请填写资源数量",
        "the need and the resource are counted in different units: state the quantity of the resource",
    ),
    ErrorCode.OWN_NEED: Message("不能认领自己的需求", "one's own need cannot be claimed"),
    ErrorCode.EXCEEDS_REMAINING: Message("超过剩余数量", "more than is left"),
    ErrorCode.BELOW_CLAIMED: Message("不能低于已认领或已立项的数量", "less than what is already claimed or planned"),
    ErrorCode.CAPACITY_EXCEEDED: Message(
        "超过合伙人可同时承接的认领数", "more claims than the partner can carry at once"
    ),
    ErrorCode.INDIVISIBLE: Message("此需求须整体认领，不能只认领一部分", "this need is claimed whole, not in part"),
    ErrorCode.INVALID_STATE: Message("当前状态下不能这样做", "not possible in the present state"),
    ErrorCode.EXPIRED: Message("已过答复期限", "the time to answer has run out"),
    ErrorCode.IN_USE: Message("仍有认领或项目在用", "claims or projects still depend on it"),
    ErrorCode.IN_PROGRESS: Message(
        "本街道正在计算一个方案，请稍后再试", "a plan of the subdistrict is being made already, try again later"
    ),
    ErrorCode.TERMS_FINAL: Message(
        "已被认领、受理或存档，此项不能再改", "claimed, accepted or recorded already: this is final"
    ),
    ErrorCode.WINDOW_REQUIRED: Message(
        "独占资源须写明起止时间", "an exclusive resource needs the start and the end of its use"
    ),
    ErrorCode.WINDOW_OUT_OF_ORDER: Message("结束时间须晚于开始时间", "the end must come after the start"),
    ErrorCode.WINDOW_UNAVAILABLE: Message(
        "不在资源的可用时间内", "outside the times at which the resource is available"
    ),
    ErrorCode.WINDOW_TAKEN: Message("该时段已被认领", "already claimed for an overlapping time"),
    ErrorCode.NO_RESOLUTION: Message(
        "议题尚无有效决议：须先召开协商会，留有纪要和决议，且必须到会的角色全部到会",
        "the topic is not resolved: it takes a deliberation with minutes and a resolution, and every required role",
    ),
    ErrorCode.ROLES_MISSING: Message("必须到会的角色没有到齐", "not every required role was at the deliberation"),
    ErrorCode.NOT_SETTLED: Message(
        "其需求或吹哨尚未了结", "its needs or whistles are not settled as this takes them to be"
    ),
    ErrorCode.EVIDENCE_REQUIRED: Message(
        "须有佐证：填写佐证说明，或先上传附件", "evidence is required: a statement, or an attachment uploaded before"
    ),
    ErrorCode.MILESTONES_OPEN: Message("还有未完成的里程碑", "some milestones are not reached yet"),
    ErrorCode.SELF_VERIFICATION: Message(
        "核验、验收须由经办人以外的人进行", "nobody verifies what they did themselves"
    ),
    ErrorCode.SELF_EVALUATION: Message("不能评价自己", "nobody rates themselves"),
    ErrorCode.TOO_LATE: Message("时限已过，须在到期前申请", "the deadline is over: it must be asked for before"),
    ErrorCode.IDEMPOTENCY_KEY_REUSED: Message(
        "此幂等键已用于另一个请求", "this idempotency key was used for another request"
    ),
    ErrorCode.QUOTA_EXCEEDED: Message("今日的附件额度已用完", "no more attachments today"),
}

DETAILED: dict[ErrorCode, Message] = {
    ErrorCode.TOO_MANY_ATTEMPTS: Message(
        "尝试次数过多，请在 {seconds} 秒后再试", "too many attempts, try again in {seconds} seconds"
    ),
    ErrorCode.TOO_SHORT: Message("至少 {limit} 个字符", "at least {limit} characters"),
    ErrorCode.TOO_LONG: Message("最多 {limit} 个字符", "at most {limit} characters"),
    ErrorCode.TOO_MANY: Message("最多 {limit} 项", "at most {limit}"),
    ErrorCode.OUT_OF_RANGE: Message("须在 {least} 到 {most} 之间", "must be between {least} and {most}"),
    ErrorCode.EXCEEDS_REMAINING: Message("只剩 {remaining} {unit}", "only {remaining} {unit} left"),
    ErrorCode.BELOW_CLAIMED: Message(
        "已有 {claimed} {unit}被认领或立项，不能更少", "{claimed} {unit} are already claimed or planned: not less"
    ),
    ErrorCode.CAPACITY_EXCEEDED: Message(
        "最多同时承接 {capacity} 项认领，已承接 {carrying} 项",
        "carries at most {capacity} claims at once, and already {carrying}",
    ),
    ErrorCode.QUOTA_EXCEEDED: Message(
        "每日最多上传 {files} 个附件、共 {bytes} 字节，{again:%Y-%m-%d %H:%M}（北京时间）起可再上传",
        "at most {files} attachments a day, of {bytes} bytes in all; again from {again:%Y-%m-%d %H:%M} China time",
    ),
    ErrorCode.ROLES_MISSING: Message("协商会缺少必须到会的角色：{zh_roles}", "the deliberation lacked {detail}"),
    ErrorCode.INVALID_STATE: Message("当前状态为“{zh_status}”，不能这样做", "not possible while it is {status}"),
}

STATES: dict[str, str] = {
    "DRAFT": "草稿",
    "POSTED": "已发榜",
    "PARTLY_CLAIMED": "部分认领",
    "FULLY_CLAIMED": "全部认领",
    "IN_DELIVERY": "兑现中",
    "FULFILLED": "已兑现",
    "EVALUATED": "已评价",
    "EXPIRED": "已过期",
    "WITHDRAWN": "已撤回",
    "OFFERED": "已提供",
    "PAUSED": "已暂停",
    "PLANNED": "策划中",
    "APPROVED": "已立项",
    "RUNNING": "实施中",
    "DELIVERED": "已交付",
    "ACCEPTED": "已同意",
    "CLOSED": "已结项",
    "TERMINATED": "已终止",
    "PROPOSED": "待对方确认",
    "ACTIVE": "进行中",
    "CONFIRMED": "已确认",
    "DECLINED": "已婉拒",
    "DEFAULTED": "未兑现",
    "APPLIED": "已申请",
    "ADMITTED": "已入驻",
    "SUSPENDED": "已暂停",
    "EXITED": "已退出",
    "REJECTED": "未通过",
    "SUBMITTED": "待受理",
    "RETURNED": "已退回",
    "MERGED": "已合并",
    "DELIBERATING": "协商中",
    "RESOLVED": "已形成决议",
    "NEED_POSTED": "已转需求",
    "WHISTLED": "已吹哨",
    "HANDLED": "已办结",
    "VERIFIED": "已核验",
    "REWORK": "返工中",
    "REOPENED": "已重新办理",
    "CONVENED": "已召集",
    "MINUTED": "已形成纪要",
    "CANCELLED": "已取消",
    "HELD": "已召开",
    "REPORTED": "已通报",
    "RAISED": "待审批",
    "REFUSED": "未批准",
    "DISPATCHED": "已分哨",
    "REPORTED_IN": "已报到",
    "HANDLING": "处置中",
    "DONE": "已处置",
    "RATED": "已评哨",
    "DISSOLVED": "已解散",
    "INVITED": "已邀请",
    "JOINED": "已加入",
    "LEFT": "已退出",
    "ENDED": "已期满",
    "ASKED": "待批准",
    "MET": "已按期完成",
    "LATE": "已逾期完成",
    "TopicStatus.ACCEPTED": "已受理",
    "TopicStatus.SUSPENDED": "已挂账",
    "TopicStatus.CLOSED": "已归档",
    "ProjectStatus.ACCEPTED": "已验收",
    "WhistleStatus.APPROVED": "已批准",
    "ExtensionStatus.APPROVED": "已批准",
    "DeadlineStatus.SUSPENDED": "已停止计时",
}

ROLES: dict[str, str] = {
    "RESIDENT": "居民",
    "OWNERS_COMMITTEE": "业委会",
    "PROPERTY_MANAGER": "物业经理",
    "GRID_WORKER": "网格员",
    "GRID_SECRETARY": "网格党支部书记",
    "GRID_INSTRUCTOR": "网格指导员",
    "COMMUNITY_SECRETARY": "社区书记",
    "PARTNER": "合伙人",
    "DEPARTMENT": "职能部门",
    "EXPERT": "专家",
    "OTHER": "其他",
}


def refusal(error: UserError, language: Language) -> Refusal:
    """Word a UserError in one language, in detail when it carries what the detailed text mentions."""
    message = DETAILED.get(error.code) if error.params else None
    template = getattr(message or MESSAGES[error.code], language)
    chinese = {"zh_status": state_name(error.params.get("status", "")), "zh_roles": _roles(error.params.get("detail"))}
    return Refusal(error.path, error.code, template.format(**chinese, **error.params))


def state_name(status: object) -> str:
    """Return the Chinese name of a state: as its own kind of object names it, or else as all do."""
    return STATES.get(f"{type(status).__name__}.{status}") or STATES.get(str(status), str(status))


def _roles(names: object) -> str:
    return "、".join(ROLES.get(name, name) for name in str(names or "").split(","))
