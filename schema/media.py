"""Media types of requests and responses, as RFC 9110 and GraphQL over HTTP have them."""

import re
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

LONGEST = 1_000  # bytes of a header that are read: what they mean is remembered by them
PART = re.compile(r'(?:[^,"]|"(?:[^"\\]|\\.)*")+')  # of a list; a quoted text may hold commas
PARAMETER = re.compile(r';\s*([\w.+-]+)\s*=\s*("(?:[^"\\]|\\.)*"|[^\s;"]+)')
QUALITY = re.compile(r"0(\.\d{0,3})?|1(\.0{0,3})?")
UTF_8 = {"utf-8", "utf8"}


class Media(Enum):
    """What a response of GraphQL may be sent as."""

    RESPONSE = ("application/graphql-response+json", "; charset=utf-8")
    JSON = ("application/json", "")

    def __init__(self, type_: str, parameters: str) -> None:
        self.type = type_
        self.content_type = type_ + parameters


class Welcome(NamedTuple):
    """How much a client likes something, 0 to 1, and how exactly it named it: 3 itself, 2 its kind, 1 anything."""

    quality: float = 0.0
    exactness: int = 0


@lru_cache(maxsize=1000)
def media_of(accept: bytes) -> Media | None:
    """What to answer with; JSON where nothing is said, none where neither is accepted."""
    if not accept.strip():
        return Media.JSON
    response, json = (_welcome(accept, media.type) for media in Media)
    if response.quality > json.quality or (response.exactness == 3 and response.quality == json.quality > 0):
        return Media.RESPONSE
    return Media.JSON if json.quality else None


@lru_cache(maxsize=1000)
def is_json(content_type: bytes) -> bool:
    """Whether a Content-Type is that of JSON in UTF-8."""
    name, parameters = _parsed(content_type.decode("latin-1"))
    return name == Media.JSON.type and parameters.get("charset", "utf-8") in UTF_8


@lru_cache(maxsize=1000)
def takes_gzip(accept_encoding: bytes) -> bool:
    """Whether a client can unpack gzip."""
    return _welcome(accept_encoding, "gzip").quality > 0


def _welcome(accepted: bytes, name: str) -> Welcome:
    """What is named more exactly decides."""
    found = Welcome()
    for part in PART.findall(accepted.decode("latin-1")):
        named, parameters = _parsed(part)
        exactness = _exactness(named, name)
        if exactness > found.exactness and parameters.get("charset", "utf-8") in UTF_8:
            given = parameters.get("q", "1")
            found = Welcome(float(given) if QUALITY.fullmatch(given) else 0.0, exactness)
    return found


def _exactness(named: str, name: str) -> int:
    if named in {"*", "*/*"}:
        return 1
    if named.endswith("/*") and name.startswith(named[:-1]):
        return 2
    return 3 if named == name else 0


def _parsed(text: str) -> tuple[str, dict[str, str]]:
    """The name and the parameters, in small letters."""
    text = text.strip().lower()
    return text.partition(";")[0].strip(), {name: value.strip('"') for name, value in PARAMETER.findall(text)}
