"""HTTP around GraphQL: bodies of bounded size, tokens, and refusals in both languages."""

from collections.abc import Mapping
from functools import lru_cache
from http import HTTPStatus
from typing import Any, TypeAlias

import orjson
from cross_web import HTTPException
from starlette.responses import Response
from starlette.types import Receive

from db.viewer import ANONYMOUS, Viewer
from resolvers.errors import ServiceError
from resolvers.messages import Language
from resolvers.tokens import BadTokenError, Tokens

Headers: TypeAlias = Mapping[bytes, bytes]
Json: TypeAlias = Any  # Any: JSON of a client, of every shape

MOST_OBJECTS = 5_000  # in a request: each that is a filter takes graphql-core 40 us, with the event loop waiting
MOST_LETTERS = 50_000  # of a query: its text is kept with its plan, five hundred of them
INVALID_TOKEN = "INVALID_TOKEN"  # noqa: S105 - a code, no token
MOST_DIGITS = 18  # of a length; Python refuses to read thousands of them


class RefusedError(Exception):
    """A request that never reaches GraphQL: answered with an HTTP status and one error."""

    def __init__(
        self, status: int, code: str, english: str, chinese: str, headers: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(code)
        self.code = code
        error = {"message": f"{chinese} {english}", "extensions": {"code": code}}
        self.response = json_response(orjson.dumps({"errors": [error]}), status, headers)


def json_response(body: bytes, status: int = 200, headers: Mapping[str, str] | None = None) -> Response:
    """A response of finished JSON."""
    return Response(body, status_code=status, media_type="application/json", headers=headers)


async def read_body(receive: Receive, headers: Headers, most: int) -> bytes:
    """The request's body, of at most so many bytes; a longer one is not read to its end."""
    length = headers.get(b"content-length", b"0")
    if not length.isdigit() or len(length) > MOST_DIGITS or int(length) > most:
        raise _too_large(most)
    message = await receive()
    body = bytearray(message.get("body", b""))
    while message.get("more_body") and len(body) <= most:
        message = await receive()
        body += message.get("body", b"")
    if len(body) > most:
        raise _too_large(most)
    return bytes(body)


def _too_large(most: int) -> RefusedError:
    english, chinese = f"The body may have {most} bytes at most.", f"请求体最多 {most} 字节。"
    return RefusedError(413, "BODY_TOO_LARGE", english, chinese, {"Connection": "close"})


def require_json(headers: Headers) -> None:
    """Refuse a body that does not say that it is JSON, as a form on a strange page would send it."""
    if not headers.get(b"content-type", b"").startswith(b"application/json"):
        english, chinese = "The body must be `application/json`.", "请求体须为 `application/json`。"
        raise RefusedError(415, "UNSUPPORTED_MEDIA_TYPE", english, chinese)


def parse(body: str | bytes) -> Json:
    """The body as JSON."""
    try:
        return orjson.loads(body)
    except orjson.JSONDecodeError as error:
        english, chinese = f"The body is not valid JSON: {error}.", f"请求体不是有效的 JSON：{error}。"
        raise RefusedError(400, "INVALID_JSON", english, chinese) from error


def parse_object(text: str | bytes) -> Json:
    """The JSON object in a body, or in a parameter of a GET request."""
    objects = text.count("{") if isinstance(text, str) else text.count(b"{")
    if objects > MOST_OBJECTS:
        english, chinese = (
            f"A request may have {MOST_OBJECTS} objects at most.",
            f"一个请求最多 {MOST_OBJECTS} 个对象。",
        )
        raise RefusedError(413, "TOO_MANY_OBJECTS", english, chinese)
    found = parse(text)
    if isinstance(found, dict):
        return _of_usual_length(found)
    raise RefusedError(
        400,
        "INVALID_REQUEST",
        "Send one JSON object; batches are not accepted.",
        "请发送一个 JSON 对象；不接受批量请求。",
    )


def _of_usual_length(found: Json) -> Json:
    query = found.get("query")
    if isinstance(query, str) and len(query) > MOST_LETTERS:
        english, chinese = f"A query may have {MOST_LETTERS} letters at most.", f"查询文本最多 {MOST_LETTERS} 个字符。"
        raise RefusedError(413, "QUERY_TOO_LONG", english, chinese)
    return found


def refused(error: HTTPException) -> RefusedError:
    """What Strawberry refuses before GraphQL begins, said as everything else is."""
    code, headers = "INVALID_REQUEST", None
    if error.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
        code, headers = "METHOD_NOT_ALLOWED", {"Allow": "GET, POST"}
    return RefusedError(error.status_code, code, f"Invalid request: {error.reason}", "请求无效。", headers)


@lru_cache(maxsize=1000)
def language_of(accepted: bytes) -> Language:
    """The language that an Accept-Language header prefers: Chinese, unless English stands higher."""
    weights = {"zh": 0.0, "en": 0.0}
    for part in accepted.decode("latin-1").lower().split(","):
        name, _, quality = part.strip().partition(";q=")
        if name[:2] in weights:
            weights[name[:2]] = max(weights[name[:2]], _weight(quality))
    return "en" if weights["en"] > weights["zh"] else "zh"


def _weight(quality: str) -> float:
    try:
        return float(quality or 1)
    except ValueError:
        return 0.0


async def viewer_of(headers: Headers, tokens: Tokens) -> Viewer:
    """Who asks, by the token in the Authorization header; refuses a token that is not valid, or cannot be checked."""
    token = _bearer_token(headers)
    try:
        return await tokens.viewer(token) if token else ANONYMOUS
    except BadTokenError as error:
        raise _bad_token() from error
    except ServiceError as error:
        raise RefusedError(503, error.code, error.english, error.chinese) from error


def _bearer_token(headers: Headers) -> str | None:
    scheme, _, token = headers.get(b"authorization", b"").decode("latin-1").partition(" ")
    if not scheme:
        return None
    if scheme.lower() != "bearer" or not token:
        raise _bad_token()
    return token.strip()


def _bad_token() -> RefusedError:
    return RefusedError(
        401,
        INVALID_TOKEN,
        "The token is not valid or has expired; sign in again.",
        "令牌无效或已过期，请重新登录。",
        {"WWW-Authenticate": 'Bearer error="invalid_token"'},
    )
