"""The one folding of all that compares texts: script, width, case, blanks and punctuation do not count.

The database has the same as `fold` (`functions.sql`); a test compares the two. It goes character by character, so that
a part of a text is found in the text.
"""

import re
import unicodedata

from .tables import variants

BLANKS = re.compile("[ \t-\r\u0085\u1680\u2028\u2029\u200b\ufeff]+")
LETTERS = "0-9a-z\u00aa-\u1fff\u2c00-\u2dff\ua000-\ud7ff"  # of scripts that part words by blanks
IDLE = re.compile(f"(?<![{LETTERS}]) | (?![{LETTERS}])")
PUNCTUATION = str.maketrans("!(),:;?", "！（），：；？")  # as people here write it: most texts stay as they are


def fold(text: str) -> str:
    """The text in simplified characters, small letters and usual width, with blanks only between words of letters."""
    plain = unicodedata.normalize("NFKC", text.encode(errors="replace").decode()).casefold().translate(PUNCTUATION)
    return IDLE.sub("", BLANKS.sub(" ", plain)).translate(variants())
