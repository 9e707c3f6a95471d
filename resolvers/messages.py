"""What every refusal says to its reader, in Chinese and English.

`MESSAGES` describes each code, also in the schema; `DETAILED` says more where a refusal knows more. Both are parts of
sentences: `userErrors` show them so, beside the field; `errors` make a whole sentence of them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

from .errors import ErrorCode, UserError
from .translations import chinese, english

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
    ErrorCode.INVALID_CHARACTERS: Message(
        "含有看不见的控制字符，请删去", "holds control characters that nobody sees: please remove them"
    ),
    ErrorCode.INVALID_FORMAT: Message("格式不正确", "not in the expected form"),
    ErrorCode.NOT_POSITIVE: Message("必须是大于 0 的整数", "must be a whole number above 0"),
    ErrorCode.OUT_OF_RANGE: Message("超出允许的范围", "outside the allowed range"),
    ErrorCode.IN_THE_PAST: Message(
        "不能早于现在，或早于其所属事项的开始", "must not be in the past, or before what it belongs to began"
    ),
    ErrorCode.IN_THE_FUTURE: Message("不能晚于现在", "must not be in the future"),
    ErrorCode.DUPLICATE: Message("重复填写", "named twice"),
    ErrorCode.UNCHANGED: Message("已是如此，无需再改", "it is so already"),
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
    ErrorCode.SELF_APPROVAL: Message(
        "提出的一方不能自己批准，须由上级或同级的另一方批准",
        "who raised it does not approve it: this is for the level above, or for another party",
    ),
    ErrorCode.SELF_EVALUATION: Message("不能评价自己", "nobody rates themselves"),
    ErrorCode.TOO_LATE: Message("时限已过，须在到期前申请", "the deadline is over: it must be asked for before"),
    ErrorCode.IDEMPOTENCY_KEY_REUSED: Message(
        "此幂等键已用于另一个请求", "this idempotency key was used for another request"
    ),
    ErrorCode.QUOTA_EXCEEDED: Message("今日的附件额度已用完", "no more attachments today"),
    ErrorCode.INVALID_TOKEN: Message(
        "令牌无效或已过期，请重新登录", "the token is not valid or has expired: please sign in again"
    ),
    ErrorCode.INVALID_REQUEST: Message(
        "请求不是有效的 GraphQL 操作", "the request is no valid GraphQL operation of this schema"
    ),
    ErrorCode.INVALID_JSON: Message("请求体不是有效的 JSON", "the body is not valid JSON"),
    ErrorCode.INVALID_VALUE: Message("有取值超出允许的范围", "a value is outside the allowed range"),
    ErrorCode.INVALID_ID: Message("不是此处可用的编号", "not an id of the kind that belongs here"),
    ErrorCode.INVALID_CURSOR: Message(
        "不是此列表在此排序下的游标，请使用上一页给出的游标",
        "not a cursor of this list in this order: use one that a page before gave",
    ),
    ErrorCode.METHOD_NOT_ALLOWED: Message(
        "此地址不接受该请求方法", "this address does not take requests of that method"
    ),
    ErrorCode.UNSUPPORTED_MEDIA_TYPE: Message(
        "请求体的类型不对", "the body is of another type than this address takes"
    ),
    ErrorCode.BODY_TOO_LARGE: Message("请求体过大", "the body is too large"),
    ErrorCode.NOT_ACCEPTABLE: Message("无法以所接受（Accept）的类型应答", "there is no answer of an accepted type"),
    ErrorCode.TOO_MANY_VALUES: Message("请求中的值过多", "the request holds too many values"),
    ErrorCode.QUERY_TOO_LONG: Message("查询文本过长", "the text of the query is too long"),
    ErrorCode.OPERATION_TOO_LARGE: Message(
        "操作过大，请减少层级、别名与字段", "the operation is too large: ask for fewer levels, aliases and fields"
    ),
    ErrorCode.SUBDISTRICT_REQUIRED: Message(
        "请按街道筛选，街道名录见 `subdistricts`；或先登录",
        "say in the filter of which subdistrict: `subdistricts` lists them; or sign in",
    ),
    ErrorCode.FILTER_TOO_LARGE: Message(
        "筛选条件过多或嵌套过深", "the filter has too many parts or is nested too deep"
    ),
    ErrorCode.LIST_TOO_LONG: Message("列表过长", "a list is too long"),
    ErrorCode.ORDER_TOO_LONG: Message("排序键过多", "the order has too many keys"),
    ErrorCode.TEXT_TOO_LONG: Message("文字过长", "the text is too long"),
    ErrorCode.PAGE_SIZE: Message("每页数量超出允许的范围", "the size of the page is outside the allowed range"),
    ErrorCode.FIRST_AND_LAST: Message("`first` 与 `last` 只能给一个", "give `first` or `last`, not both"),
    ErrorCode.NULL_OPERAND: Message("此处不接受 null", "null is no value here"),
    ErrorCode.TOO_COSTLY: Message("此操作的开销过大", "the operation is too much work"),
    ErrorCode.EMPTY_FILE: Message("文件为空", "the file is empty"),
    ErrorCode.TOO_LARGE: Message("文件过大", "the file is too large"),
    ErrorCode.UNSUPPORTED_TYPE: Message(
        "只接受 JPEG、PNG、WebP、HEIC、GIF、PDF、MP4、docx、xlsx 及 UTF-8 文本",
        "only JPEG, PNG, WebP, HEIC, GIF, PDF, MP4, docx, xlsx and UTF-8 text are accepted",
    ),
    ErrorCode.RANGE_NOT_SATISFIABLE: Message("文件没有所要求的部分", "the file has no such part"),
    ErrorCode.TIMEOUT: Message(
        "查询耗时过长，已中止，请缩小范围", "the query took too long and was stopped: please ask for less"
    ),
    ErrorCode.BUSY: Message("同时操作的人太多，请再试一次", "too many are asking at once: please try again"),
    ErrorCode.DATABASE_UNAVAILABLE: Message(
        "数据库暂时无法访问，请稍后再试", "the database cannot be reached: please try again soon"
    ),
    ErrorCode.STORE_UNAVAILABLE: Message(
        "附件暂时无法存取，请稍后再试", "attachments cannot be stored or fetched just now: please try again soon"
    ),
    ErrorCode.DISK_FULL: Message(
        "服务的磁盘空间已满，请告知运维人员", "the disk of the service is full: please tell its operator"
    ),
    ErrorCode.INTERNAL: Message("内部错误", "an internal error"),
}

YEARS = (1900, 2200)  # of a date or time: outside, it is a slip of the hand, and time zones may leave the calendar

NOTATIONS: dict[str, Message] = {
    "BigInt": Message("64 位以内的整数", "a whole number of up to 64 bits"),
    "Date": Message(
        f"日期，写作 2026-06-01，年份在 {YEARS[0]} 到 {YEARS[1]} 之间",
        f"a date written as 2026-06-01, of a year from {YEARS[0]} to {YEARS[1]}",
    ),
    "DateTime": Message(
        f"时间，写作 2026-06-01T08:30:00+08:00，年份在 {YEARS[0]} 到 {YEARS[1]} 之间",
        f"a time written as 2026-06-01T08:30:00+08:00, of a year from {YEARS[0]} to {YEARS[1]}",
    ),
    "Decimal": Message(
        "数值，写作 12000.00，整数部分最多 18 位，小数最多 10 位",
        "a number written as 12000.00, with up to 18 digits before and 10 after the point",
    ),
}

DETAILED: dict[ErrorCode, Message] = {
    ErrorCode.TOO_MANY_ATTEMPTS: Message(
        "尝试次数过多，请在 {seconds} 秒后再试", "too many attempts, try again in {seconds} seconds"
    ),
    ErrorCode.INVALID_CHARACTERS: Message(
        "第 {place} 个字符看不见（{character}），请删去",
        "character {place} is one that nobody sees ({character}): please remove it",
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
    ErrorCode.INVALID_REQUEST: Message("{zh_problem}", "{en_problem}"),
    ErrorCode.INVALID_JSON: Message(
        "请求体不是有效的 JSON：第 {line} 行第 {column} 列有误",
        "the body is not valid JSON: see line {line}, column {column}",
    ),
    ErrorCode.INVALID_VALUE: Message("须为{zh_notation}，不能是“{found}”", 'must be {en_notation}, not "{found}"'),
    ErrorCode.INVALID_ID: Message("“{text}”不是 `{kind}` 的编号", '"{text}" is not an id of `{kind}`'),
    ErrorCode.INVALID_CURSOR: Message(
        "“{text}”不是此列表在此排序下的游标，请使用上一页给出的游标",
        '"{text}" is not a cursor of this list in this order: use one that a page before gave',
    ),
    ErrorCode.METHOD_NOT_ALLOWED: Message("此地址只接受 {allowed}", "this address takes {allowed} only"),
    ErrorCode.UNSUPPORTED_MEDIA_TYPE: Message("请求体须为 `{type}`", "the body must be `{type}`"),
    ErrorCode.BODY_TOO_LARGE: Message("请求体最多 {most} 字节", "the body may have {most} bytes at most"),
    ErrorCode.NOT_ACCEPTABLE: Message("请接受（Accept）以下类型之一：{types}", "accept one of these types: {types}"),
    ErrorCode.TOO_MANY_VALUES: Message(
        "一个请求最多 {most} 个值，每个对象计为 {each} 个",
        "a request may have {most} values at most, each object counting as {each}",
    ),
    ErrorCode.QUERY_TOO_LONG: Message("查询文本最多 {most} 个字符", "a query may have {most} letters at most"),
    ErrorCode.OPERATION_TOO_LARGE: Message(
        "此操作有 {found} {zh_what}，最多 {most} {zh_what}", "the operation has {found} {what}, the limit is {most}"
    ),
    ErrorCode.SUBDISTRICT_REQUIRED: Message(
        "请按街道筛选，例如 `{example}`，街道名录见 `subdistricts`；或先登录",
        "say of which subdistrict, as in `{example}`: `subdistricts` lists them; or sign in",
    ),
    ErrorCode.FILTER_TOO_LARGE: Message(
        "筛选条件最多 {most} 项、{deepest} 层，不能是 {parts} 项、{depth} 层",
        "a filter may have {most} objects, {deepest} inside each other, not {parts} and {depth}",
    ),
    ErrorCode.LIST_TOO_LONG: Message(
        "列表最多 {most} 项，不能是 {found} 项", "a list may have {most} items at most, not {found}"
    ),
    ErrorCode.ORDER_TOO_LONG: Message("排序键最多 {most} 个", "an order may have {most} keys at most"),
    ErrorCode.TEXT_TOO_LONG: Message(
        "文字最多 {most} 字，不能是 {found} 字", "the text may have {most} letters at most, not {found}"
    ),
    ErrorCode.PAGE_SIZE: Message(
        "`{name}` 须在 0 到 {most} 之间，不能是 {found}", "`{name}` must be from 0 to {most}, not {found}"
    ),
    ErrorCode.NULL_OPERAND: Message(
        "`{operator}` 不接受 null：判断有无请用 `isNull: true` 或 `isNull: false`",
        "`{operator}` takes no null: ask `isNull: true` or `isNull: false`",
    ),
    ErrorCode.TOO_COSTLY: Message(
        "此操作的开销至少为 {cost}，上限为 {most}：请缩小每页数量，减少计数、筛选与嵌套",
        "the operation costs {cost} or more, the limit is {most}: ask for smaller pages, fewer counts and filters",
    ),
    ErrorCode.TOO_LARGE: Message("文件最多 {most} 字节", "a file may have {most} bytes at most"),
    ErrorCode.RANGE_NOT_SATISFIABLE: Message("文件共 {size} 字节", "the file has {size} bytes"),
    ErrorCode.INTERNAL: Message("内部错误，请求编号 {request_id}", "internal error, request {request_id}"),
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

RIGHT_VALUES = Message("可用的值：{values}。", " Its values: {values}.")
SIZES: dict[str, str] = {
    "levels": "层",
    "aliases": "个别名",
    "fields": "个字段",
    "fields with arguments": "个带参数的字段",
    "root fields": "个根字段",
    "repeats of a field": "次重复的字段",
    "fragments": "个片段",
    "operations": "个操作",
    "values": "个值",
    "arguments, directives or variables in one place": "个同处的参数、指令或变量",
}
ENDS = (".", "?", "!", "。", "？", "！")


def refusal(error: UserError, language: Language) -> Refusal:
    """Word a UserError in one language."""
    return Refusal(error.path, error.code, worded(error.code, language, error.params))


def sentence(code: ErrorCode, language: Language, params: Mapping[str, object]) -> str:
    """Return what a code says, as a sentence of its own."""
    return finished(worded(code, language, params), language)


def finished(text: str, language: Language) -> str:
    """Return a text as a sentence."""
    end = "" if text.endswith(ENDS) else "." if language == "en" else "。"
    return f"{text[:1].upper()}{text[1:]}{end}"


def worded(code: ErrorCode, language: Language, params: Mapping[str, object]) -> str:
    """Return what a code says, in detail when there is what the detailed text mentions."""
    message = DETAILED.get(code) if params else None
    template: str = getattr(message or MESSAGES[code], language)
    return template.format(**_named(params), **params)


def _named(params: Mapping[str, object]) -> dict[str, str]:
    """What texts mention by its name in their language."""
    notation = NOTATIONS.get(str(params.get("scalar")), Message("", ""))
    return {
        "zh_status": state_name(params.get("status", "")),
        "zh_roles": _roles(params.get("detail")),
        "zh_what": SIZES.get(str(params.get("what")), ""),
        "zh_problem": chinese(str(params.get("problem", ""))),
        "en_problem": english(str(params.get("problem", ""))),
        "zh_notation": notation.zh,
        "en_notation": notation.en,
    }


def state_name(status: object) -> str:
    """Return the Chinese name of a state: as its own kind of object names it, or else as all do."""
    return STATES.get(f"{type(status).__name__}.{status}") or STATES.get(str(status), str(status))


def _roles(names: object) -> str:
    return "、".join(ROLES.get(name, name) for name in str(names or "").split(","))
