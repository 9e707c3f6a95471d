"""The order of texts once more, in Python: what `sort_key` of the database says."""

import re
from functools import cache

from db.texts.folding import fold
from db.texts.tables import phrases, ranks

CODES = {"code", "codePrefix", "creditCode", "sha256", "mediaType", "fromStatus", "toStatus", "suspendedFrom"}
DIGITS = {one: number for line in ("零一二三四五六七八九", "〇壹贰叁肆伍陆柒捌玖") for number, one in enumerate(line)}
TIMES = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000, "万": 10000}
PARTS = re.compile(
    "[零〇一二三四五六七八九十百千万壹贰叁肆伍陆柒捌玖拾佰仟]+|[0-9]+|[^0-9零〇一二三四五六七八九十百千万壹贰叁肆伍陆柒捌玖拾佰仟]+"
)
COUNTED = "号楼栋幢座单层组队期届次年月日室户网院区村支班级中小片站"
LETTERS = str.maketrans(
    "abcdefghijklmnopqrstuvwxyz！（），：；？、。“”‘’《》【】—",
    "ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ!(),,,!,,\"\"''()()-",
)
MOST = 100


@cache
def sort_key(text: str) -> str:
    """What a text sorts by."""
    plain = _numbered(fold(text[:MOST])).translate(LETTERS)
    return f"{_read(plain)}\x01{text[:MOST]}"


def _read(plain: str) -> str:
    alone, said = _tables()
    done = ""
    while plain:
        size = next((n for n in range(min(len(plain), 4), 1, -1) if plain[:n] in said), 1)
        done += said.get(plain[:size]) or alone.get(plain[0], plain[0])
        plain = plain[size:]
    return done


@cache
def _tables() -> tuple[dict[str, str], dict[str, str]]:
    return ranks()[0], phrases()


def _numbered(text: str) -> str:
    parts = PARTS.findall(text)
    around = zip(["", *parts], parts, [*parts[1:], ""], strict=False)
    return "".join(_number(part) if _counts(before, part, after) else part for before, part, after in around)


def _counts(before: str, part: str, after: str) -> bool:
    if part[0] in "0123456789":
        return True
    if part[0] not in DIGITS and part[0] not in TIMES:
        return False
    if before[-1:] in {"第", "经", "纬"}:
        return True
    if part[0] in "百千万佰仟":
        return False
    if len(part) > 1 and not set(part) & {*TIMES, "零", "〇"}:
        return after[:1] in {"年", "号", "室"}
    if len(part) > 2 or (after and after[0] in COUNTED):
        return True
    banker = set(part) & set("壹贰叁肆伍陆柒捌玖拾")
    return not banker and not "\u3400" <= after[:1] <= "\u9fff" and before[-1:] not in set("统唯专同划如单之合逐")


def _number(part: str) -> str:
    if not set(part) & TIMES.keys():
        digits = "".join(str(DIGITS.get(one, one)) for one in part).lstrip("0")
    else:
        total = section = digit = 0
        for one in part:
            if one == "万":
                total, section, digit = (total + section + digit) * 10000, 0, 0
            elif one in TIMES:
                section, digit = section + max(digit, 1) * TIMES[one], 0
            else:
                digit = DIGITS[one]
        digits = str(total + section + digit).lstrip("0")
    return f"0{chr(48 + len(digits))}{digits}"
