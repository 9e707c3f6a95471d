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
    ErrorCode.DUPLICATE: Message("重复填写", "named twice"),
    ErrorCode.ALREADY_EXISTS: Message("本街道已有相同的记录", "the subdistrict already has one with the same value"),
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
    ErrorCode.INVALID_STATE: Message("当前状态下不能这样做", "not possible in the present state"),
    ErrorCode.EXPIRED: Message("已过答复期限", "the time to answer has run out"),
    ErrorCode.IN_USE: Message("仍有认领或项目在用", "claims or projects still depend on it"),
    ErrorCode.TERMS_FINAL: Message("已被认领，约定内容不能再改", "already claimed: these terms are final"),
    ErrorCode.WINDOW_REQUIRED: Message(
        "独占资源须写明起止时间", "an exclusive resource needs the start and the end of its use"
    ),
    ErrorCode.WINDOW_OUT_OF_ORDER: Message("结束时间须晚于开始时间", "the end must come after the start"),
    ErrorCode.WINDOW_UNAVAILABLE: Message(
        "不在资源的可用时间内", "outside the times at which the resource is available"
    ),
    ErrorCode.WINDOW_TAKEN: Message("该时段已被认领", "already claimed for an overlapping time"),
    ErrorCode.IDEMPOTENCY_KEY_REUSED: Message(
        "此幂等键已用于另一个请求", "this idempotency key was used for another request"
    ),
}

DETAILED: dict[ErrorCode, Message] = {
    ErrorCode.TOO_MANY_ATTEMPTS: Message(
        "尝试次数过多，请在 {seconds} 秒后再试", "too many attempts, try again in {seconds} seconds"
    ),
    ErrorCode.TOO_SHORT: Message("至少 {limit} 个字符", "at least {limit} characters"),
    ErrorCode.TOO_LONG: Message("最多 {limit} 个字符", "at most {limit} characters"),
    ErrorCode.TOO_MANY: Message("最多 {limit} 项", "at most {limit}"),
    ErrorCode.OUT_OF_RANGE: Message("须在 {least} 到 {most} 之间", "must be between {least} and {most}"),
    ErrorCode.EXCEEDS_REMAINING: Message("只剩 {remaining} {unit}可认领", "only {remaining} {unit} left"),
    ErrorCode.BELOW_CLAIMED: Message(
        "已有 {claimed} {unit}被认领或立项，不能更少", "{claimed} {unit} are already claimed or planned: not less"
    ),
    ErrorCode.CAPACITY_EXCEEDED: Message(
        "最多同时承接 {capacity} 项认领，已承接 {carrying} 项",
        "carries at most {capacity} claims at once, and already {carrying}",
    ),
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
}


def refusal(error: UserError, language: Language) -> Refusal:
    """Word a UserError in one language, in detail when it carries what the detailed text mentions."""
    message = DETAILED.get(error.code) if error.params else None
    template = getattr(message or MESSAGES[error.code], language)
    status = str(error.params.get("status", ""))
    return Refusal(error.path, error.code, template.format(zh_status=STATES.get(status, status), **error.params))
