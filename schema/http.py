"""HTTP around GraphQL: bodies of bounded size, tokens, and refusals in both languages."""

from collections.abc import Mapping
from functools import lru_cache
from typing import TypeAlias

import orjson
from starlette.responses import Response
from starlette.types import Receive, Scope

from db.viewer import ANONYMOUS, Viewer
from resolvers.errors import ErrorCode, ServiceError
from resolvers.messages import Language, sentence
from resolvers.tokens import BadTokenError, Tokens

from .media import LONGEST, Media, is_json, media_of

Headers: TypeAlias = Mapping[bytes, bytes]

MOST_DIGITS = 18  # of a length; Python refuses to read thousands of them


class RefusedError(Exception):
    """A request that never reaches GraphQL: answered with an HTTP status and one error."""

    def __init__(
        self, status: int, code: ErrorCode, headers: Mapping[str, str] | None = None, /, **params: object
    ) -> None:
        super().__init__(code)
        self.status = status
        self.code = code
        self.headers = headers
        self.params = params

    def response(self, scope: Scope, media: Media = Media.JSON) -> Response:
        """What it answers to a request, in the language of its reader."""
        message = sentence(self.code, reader_of(dict(scope["headers"])), self.params)
        error = {"message": message, "extensions": {"code": self.code}}
        return json_response(orjson.dumps({"errors": [error]}), self.status, self.headers, media)


def json_response(
    body: bytes, status: int = 200, headers: Mapping[str, str] | None = None, media: Media = Media.JSON
) -> Response:
    """A response of finished JSON."""
    return Response(body, status_code=status, media_type=media.content_type, headers=headers)


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
    return RefusedError(413, ErrorCode.BODY_TOO_LARGE, {"Connection": "close"}, most=most)


def accepted(headers: Headers) -> Media:
    """What to answer with; refuses where the client takes nothing that there is."""
    found = media_of(headers.get(b"accept", b"")[:LONGEST])
    if found is None:
        raise RefusedError(406, ErrorCode.NOT_ACCEPTABLE, types=", ".join(media.type for media in Media))
    return found


def require_json(headers: Headers) -> None:
    """Refuse a body that does not say that it is JSON, as a form on a strange page would send it."""
    if not is_json(headers.get(b"content-type", b"")[:LONGEST]):
        raise RefusedError(415, ErrorCode.UNSUPPORTED_MEDIA_TYPE, type="application/json; charset=utf-8")


def not_allowed(allowed: str) -> RefusedError:
    """The refusal of another method than an address takes."""
    return RefusedError(405, ErrorCode.METHOD_NOT_ALLOWED, {"Allow": allowed}, allowed=allowed)


def reader_of(headers: Headers) -> Language:
    """The language in which a request is answered."""
    return language_of(headers.get(b"accept-language", b""))


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
        raise RefusedError(503, error.code, **error.params) from error


def _bearer_token(headers: Headers) -> str | None:
    scheme, _, token = headers.get(b"authorization", b"").decode("latin-1").partition(" ")
    if not scheme:
        return None
    if scheme.lower() != "bearer" or not token:
        raise _bad_token()
    return token.strip()


def _bad_token() -> RefusedError:
    return RefusedError(401, ErrorCode.INVALID_TOKEN, {"WWW-Authenticate": 'Bearer error="invalid_token"'})
