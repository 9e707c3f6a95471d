"""The functions of folding and order, as the database has them: `functions.sql` with the tables put in."""

import json
import re
from pathlib import Path

from .folding import LETTERS
from .tables import BEGIN, END, phrases, ranks, variants

TEMPLATE = Path(__file__).with_name("functions.sql")
PLACE = re.compile(r"<(\w+)>")
HAN = r"\u3400-\u9fff"
NUMERALS = "零〇一二三四五六七八九十百千万壹贰叁肆伍陆柒捌玖拾佰仟"
FOLDED = f"-a-z0-9_.%/+#&=@*、。！（），：；？“”‘’《》【】·—{HAN}"  # what `fold` leaves as it is, but for variants
MOST = 100  # characters: a name has no more, and an index takes no longer keys


def script() -> str:
    """The statements that make the functions."""
    values = {
        "most": str(MOST),
        "begin": str(BEGIN),
        "end": str(END),
        "letters": LETTERS,
        "han": HAN,
        "numerals": NUMERALS,
        "plain": FOLDED,
        "variant": _json({chr(one): other for one, other in variants().items()}),
        **_reading(),
    }
    return PLACE.sub(lambda found: values[found[1]], TEMPLATE.read_text(encoding="utf-8").partition("\n\n")[2])


def _reading() -> dict[str, str]:
    alone, said = ranks()[0], phrases()
    longest: dict[str, int] = {}
    for phrase in said:
        longest[phrase[:2]] = max(len(phrase), longest.get(phrase[:2], 0))
    rank = "".join(alone[chr(code)] for code in range(BEGIN, END)).encode()
    return {
        "rank": rf"\x{rank.hex()}",
        "rare": _json({one: key for one, key in alone.items() if ord(one) >= END}),
        "phrase": _json(said),
        "longest": _json(longest),
    }


def _json(values: object) -> str:
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))
