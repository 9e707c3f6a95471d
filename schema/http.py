"""HTTP around GraphQL: bodies of bounded size, tokens, and refusals in both languages."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, TypeAlias

import orjson
from starlette.responses import Response
from starlette.types import Receive

from resolvers.messages import Language

Headers: TypeAlias = Mapping[bytes, bytes]
Json: TypeAlias = Any  # Any: JSON of a client, of every shape


class RefusedError(Exception):
    """A request that never reaches GraphQL: answered with an HTTP status and one error."""

    def __init__(
        self, status: int, code: str, english: str, chinese: str, headers: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(code)
        error = {"message": f"{chinese} {english}", "extensions": {"code": code}}
        self.response = json_response(orjson.dumps({"errors": [error]}), status, headers)


def json_response(body: bytes, status: int = 200, headers: Mapping[str, str] | None = None) -> Response:
    """A response of finished JSON."""
    return Response(body, status_code=status, media_type="application/json", headers=headers)


async def read_body(receive: Receive, headers: Headers, most: int) -> bytes:
    """The request's body, of at most so many bytes; a longer one is not read to its end."""
    length = headers.get(b"content-length", b"0")
    if not length.isdigit() or int(length) > most:
        raise _too_large(most)
    message = await receive()
    body: bytes = message.get("body", b"")
    while message.get("more_body") and len(body) <= most:
        message = await receive()
        body += message.get("body", b"")
    if len(body) > most:
        raise _too_large(most)
    return body


def _too_large(most: int) -> RefusedError:
    english, chinese = f"The body may have {most} bytes at most.", f"请求体最多 {most} 字节。"
    return RefusedError(413, "BODY_TOO_LARGE", english, chinese, {"Connection": "close"})


def parse(body: bytes) -> Json:
    """The body as JSON."""
    try:
        return orjson.loads(body)
    except orjson.JSONDecodeError as error:
        english, chinese = f"The body is not valid JSON: {error}.", f"请求体不是有效的 JSON：{error}。"
        raise RefusedError(400, "INVALID_JSON", english, chinese) from error


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


def bearer_token(headers: Headers) -> str | None:
    """The token in the Authorization header."""
    scheme, _, token = headers.get(b"authorization", b"").decode("latin-1").partition(" ")
    if not scheme:
        return None
    if scheme.lower() != "bearer" or not token:
        raise bad_token()
    return token.strip()


def bad_token() -> RefusedError:
    """The refusal of a token that is not valid (any more)."""
    return RefusedError(
        401,
        "INVALID_TOKEN",
        "The token is not valid or has expired; sign in again.",
        "令牌无效或已过期，请重新登录。",
        {"WWW-Authenticate": 'Bearer error="invalid_token"'},
    )
