"""What mutations share: one input, a payload with the changed object and what was refused, and the field itself."""

from collections.abc import Mapping
from dataclasses import is_dataclass
from functools import partial
from typing import Any

import strawberry

from resolvers.errors import ErrorCode
from resolvers.messages import MESSAGES
from resolvers.writing import Operation, mutate

from ..descriptions import text
from ..registry import ByName, argument, given, make, of_type, register, shown

Fields = dict[str, tuple[str, ...]]  # per field: type, English, Chinese, and perhaps an example

REASON: Fields = {
    "reason": ("str", "Why, for all who see the object", "原因，可见此对象的人都能看到", "居民已自行解决")
}

codes = strawberry.enum(
    ErrorCode,
    description=text(
        "Every code there is: of `userErrors` in a payload, and of `errors` in `extensions.code`",
        "全部代码：既用于结果中的 `userErrors`，也用于 `errors` 的 `extensions.code`",
    ),
)
for value in codes.__strawberry_definition__.values:  # type: ignore[attr-defined]  # set by strawberry.enum
    message = MESSAGES[ErrorCode(value.value)]
    value.description = text(message.en[0].upper() + message.en[1:], message.zh)
register(codes)


@register
@strawberry.type(
    description=text("One reason why an input was refused; nothing was changed", "拒绝的原因之一；未作任何更改")
)
class UserError:
    """A refusal."""

    field = shown("list[str]", "The input field it is about", "所涉及的输入项", '["input", "lines", "0", "quantity"]')
    code = shown("ErrorCode", "The reason, for programs", "原因代码", "EXCEEDS_REMAINING")
    message = shown(
        "str", "The reason, for people, by Accept-Language", "原因说明，语言按 Accept-Language", "只剩 7 副"
    )


class Changed(ByName):
    """A payload's field whose finished JSON was read in the mutation's transaction; null when it was refused."""

    @property
    def is_basic_field(self) -> bool:
        """It has a resolver, if not of its own."""
        return False

    def get_result(self, source: Any, info: Any, args: list[Any], kwargs: Any) -> Any:  # Any: as in Strawberry
        """The finished JSON."""
        return source.fragments.get(info.path.key)


class Changing(ByName):
    """A root field that runs its own `run` with the values of its input."""

    @property
    def is_basic_field(self) -> bool:
        """It has a resolver, if not of its own."""
        return False

    @property
    def is_async(self) -> bool:
        """It waits for the database."""
        return True

    def get_result(self, source: Any, info: Any, args: list[Any], kwargs: Any) -> Any:  # Any: as in Strawberry
        """The outcome, which has the attributes of the payload."""
        return self.metadata["run"](info._raw_info, _values(kwargs["input"]))


def payload(name: str, english: str, chinese: str, shows: Fields, **more: object) -> None:
    """Declare a payload: what `shows` names, null when refused; `more` fields of its own; and `userErrors`."""
    objects = {
        field: Changed(type_annotation=of_type(f"{type_} | None"), description=text(*words))
        for field, (type_, *words) in shows.items()
    }
    errors = shown("list[UserError]", "Why it was refused; empty when it was done", "拒绝的原因；成功时为空")
    make(strawberry.type, name, english, chinese, {**objects, **more, "user_errors": errors})


def accepts(name: str, english: str, chinese: str, *groups: Mapping[str, Any]) -> None:  # Any: as required
    """Declare a mutation's input; besides its own fields it takes an idempotency key."""
    key = given(
        "str | None",
        "Up to 200 characters that name this request: sent again with the same input, it shows what was done, which is "
        "not done again; what was refused is tried anew",
        "请求的幂等键，最多 200 个字符：以相同内容重发时不再重复办理，返回已办结果；被拒绝的请求可用原键再试",
        "post-need-6-handrails",
    )
    fields = {field: value for group in groups for field, value in group.items()}
    make(strawberry.input, name, english, chinese, fields | {"idempotency_key": key})


def required(fields: Fields) -> dict[str, Any]:  # Any: fields, as class attributes
    """Input fields that must be given."""
    return {name: given(type_, *words) for name, (type_, *words) in fields.items()}


def optional(fields: Fields) -> dict[str, Any]:  # Any: as required
    """Input fields that may be left out, or null to clear what may be empty."""
    return {name: given(f"{type_} | None", *words) for name, (type_, *words) in fields.items()}


def subject(noun: str, name: str) -> dict[str, Any]:  # Any: as required
    """The input field `id`, which rules know as `<noun>_id`."""
    return {f"{noun}_id": given("ID", f"The id of the {noun}", f"{name}的编号", name="id")}


def mutation(operation: Operation, takes: str, gives: str, english: str, chinese: str) -> Any:  # Any: a class attribute
    """A root field that runs a domain operation; its payload `<Noun>Payload` shows the result as `<noun>`."""
    shows = gives.removesuffix("Payload").lower()
    return changing(partial(_mutate, operation, shows), takes, gives, english, chinese)


def changing(run: object, takes: str, gives: str, english: str, chinese: str) -> Any:  # Any: as mutation
    """A root field that runs `run(info, values of the input)`."""
    field = Changing(type_annotation=of_type(gives), description=text(english, chinese), metadata={"run": run})
    field.arguments = [argument("input", takes, "What to do it with", "输入")]
    return field


async def _mutate(operation: Operation, shows: str, info: Any, values: Mapping[str, Any]) -> object:  # Any: as mutate
    return await mutate(info, operation, values, shows=shows)


def _values(value: Any) -> Any:  # Any: every kind of input
    """The values of an input, without those left out; of a list of inputs, of each."""
    if isinstance(value, list):
        return [_values(item) for item in value]
    if is_dataclass(value):
        return {name: _values(item) for name, item in vars(value).items() if item is not strawberry.UNSET}
    return value
