"""What graphql-core and Strawberry say of a request, in Chinese; a test finds every text of theirs here.

A text is matched whole against a pattern with places: `'{name}'` is a name in quotes, `{hint}` is "Did you mean …?"
or nothing, `{at}` a path into a value or nothing, any other place is the rest up to what follows. `{inner}` and
`{reason}` are texts of their own. What a client sent is shown in part where it is long.
"""

import re
from collections.abc import Iterator

from .phrases import DOCUMENTS, REQUESTS, VALUES, WORDS

LONGEST = 120  # letters of what a client sent that are shown
LONG = re.compile(rf"[^\s'\"]{{{LONGEST + 1},}}")
CAUSE = re.compile(r", but encountered error '.*?'; found: ", re.DOTALL)
PLACE = re.compile(r"'\{(\w+)\}'|\{(\w+)\}")
NESTED = ("inner", "reason")
PATTERNS = {
    "hint": r"(?P<hint> Did you mean .+\?)?",
    "at": r"(?P<at> at [^:]+)?",
}
SUGGESTED = re.compile(r" Did you mean (?P<whether>the enum value |to use an inline fragment on )?(?P<names>.+)\?")
WHETHER = {"the enum value ": "枚举值 ", "to use an inline fragment on ": "针对以下类型的内联片段："}


def about_a_value(text: str) -> bool:
    """Whether a text says that a value is wrong, and not the operation around it."""
    return any(pattern.fullmatch(text) for pattern, _ in COMPILED[: len(VALUES)])


def chinese(text: str) -> str:
    """Return a text in Chinese; one of no pattern as it is."""
    for pattern, template in COMPILED:
        found = pattern.fullmatch(text)
        if found:
            return template.format(**{name: _in_chinese(name, part) for name, part in found.groupdict().items()})
    return text


def english(text: str) -> str:
    """Return a text without what is Python's in it, and with long values in part."""
    text = CAUSE.sub(", found: ", text).replace("not to be None.", "not to be null.")
    return LONG.sub(lambda match: short(match[0]), text)


def short(text: str) -> str:
    """What a client sent, in part where it is long."""
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def _in_chinese(name: str, part: str | None) -> str:
    if part is None:
        return ""
    if name in NESTED:
        return chinese(part)
    if name == "hint":
        return _suggested(part)
    return WORDS.get(part, short(part.removeprefix(" at ")))


def _suggested(hint: str) -> str:
    found = SUGGESTED.fullmatch(hint)
    if found is None:
        return ""
    names = "、".join(re.findall(r"'([^']+)'", found["names"]))
    return f"是否想用{WHETHER.get(found['whether'], ' ')}{names}？"


def _compiled(template: str) -> re.Pattern[str]:
    return re.compile("".join(_parts(template)), re.DOTALL)


def _parts(template: str) -> Iterator[str]:
    """The pieces of a pattern: what stands there, and a group for each place."""
    end = 0
    for place in PLACE.finditer(template):
        yield re.escape(template[end : place.start()])
        quoted, free = place.groups()
        name = "[^']*" if quoted != "found" else ".*"  # a name has no quotes, a value may
        yield f"'(?P<{quoted}>{name})'" if quoted else PATTERNS.get(free, f"(?P<{free}>.+)")
        end = place.end()
    yield re.escape(template[end:])


COMPILED = [(_compiled(text), said) for texts in (VALUES, DOCUMENTS, REQUESTS) for text, said in texts.items()]
