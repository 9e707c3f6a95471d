"""Tokens: ours are signed with the secret key and say all that a scope needs; an issuer's go to its verifier.

Ours are verified without a statement; whether the account is still what they say is known to `counts`.
"""

import hmac
import os
import secrets
import tempfile
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Protocol
from uuid import UUID

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import OctKey
from joserfc.jws import extract_compact

from db.models.states import Role
from db.operators import OperatorError
from db.settings import Settings
from db.viewer import Viewer

ISSUER = "red-partners"
ALGORITHMS = ["HS256"]
MAX_LENGTH = 8192  # a token travels in a header, and servers on the way accept no longer ones
REMEMBERED = 10_000  # viewers kept by token: some 10 MB
KEY_FILE = "secret-key"
# What joserfc lets through from a malformed token: of its own, of base64 and JSON, of a header that is no object.
MALFORMED = (JoseError, ValueError, KeyError, TypeError, AttributeError, RecursionError, OverflowError)
CLAIMS = ("role", "subdistrict_id", "community_id", "branch_id", "partner_id", "code_prefix")

Counts = Callable[[Viewer], Awaitable[bool]]


class BadTokenError(Exception):
    """A token that is not valid here (any more); it never says which, and never repeats the token."""


class Verifier(Protocol):
    """Verifies the tokens of another issuer."""

    async def viewer(self, token: str) -> tuple[Viewer, float]:
        """Whose token it is, and until when that may be remembered; raises BadTokenError."""


class Tokens:
    """Issues and verifies tokens; `clock` tells the seconds since 1970.

    `counts` tells of a viewer whether it still is one; who only issues tokens needs none, and verifies none.
    """

    def __init__(
        self,
        key: str,
        *,
        minutes: int,
        counts: Counts | None = None,
        issuer: Verifier | None = None,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._secret = key.encode()
        self._key = OctKey.import_key(self._secret)
        self._seconds = minutes * 60
        self._counts = counts or _nobody
        self._issuer = issuer
        self._clock = clock
        self._known: dict[str, tuple[Viewer, float]] = {}

    def issue(self, viewer: Viewer) -> tuple[str, datetime]:
        """Return a token of a signed-in viewer, and when it expires."""
        now = int(self._clock())
        expires = now + self._seconds
        facts = {name: str(value) for name in CLAIMS if (value := getattr(viewer, name)) is not None}
        claims = {"iss": ISSUER, "sub": str(viewer.account_id), "iat": now, "exp": expires, **facts}
        claims["epoch"] = viewer.epoch
        return jwt.encode({"alg": "HS256"}, claims, self._key, ALGORITHMS), datetime.fromtimestamp(expires, UTC)

    async def viewer(self, token: str) -> Viewer:
        """Return whose token it is; raises BadTokenError."""
        viewer, until = self._known.get(token) or (None, 0.0)
        if viewer is None or until <= self._clock() or not await self._counts(viewer):
            self._known.pop(token, None)
            viewer, until = await self._verify(token)
            self._remember(token, viewer, until)
        return viewer

    def fingerprint(self, message: bytes) -> bytes:
        """Return a keyed hash: it tells whether two messages are equal, and nothing to who has no key."""
        return hmac.digest(self._secret, b"fingerprint:" + message, "sha256")

    async def _verify(self, token: str) -> tuple[Viewer, float]:
        if len(token) > MAX_LENGTH:
            raise BadTokenError
        try:
            foreign = extract_compact(token.encode()).headers()["alg"] not in ALGORITHMS
            viewer, until = (None, 0.0) if foreign else self._own(token)
        except MALFORMED:
            raise BadTokenError from None  # the cause may quote the token
        if viewer is not None and await self._counts(viewer):
            return viewer, until
        if viewer is not None or self._issuer is None:
            raise BadTokenError
        return await self._issuer.viewer(token)

    def _own(self, token: str) -> tuple[Viewer, float]:
        claims = jwt.decode(token, self._key, ALGORITHMS).claims
        required = {"iss": {"essential": True, "value": ISSUER}, "sub": {"essential": True}, "exp": {"essential": True}}
        jwt.JWTClaimsRegistry(now=int(self._clock()), **required).validate(claims)  # type: ignore[arg-type]  # plain dicts
        return _viewer(claims), float(claims["exp"])

    def _remember(self, token: str, viewer: Viewer, until: float) -> None:
        if len(self._known) >= REMEMBERED:
            del self._known[next(iter(self._known))]
        self._known[token] = (viewer, until)


def _viewer(claims: dict[str, Any]) -> Viewer:  # Any: JSON
    places = {name: UUID(claims[name]) for name in CLAIMS if name.endswith("_id") and name in claims}
    prefix, epoch = claims.get("code_prefix"), int(claims.get("epoch", 0))  # the tokens of older versions have none
    return Viewer(Role(claims["role"]), UUID(claims["sub"]), code_prefix=prefix, epoch=epoch, **places)


async def _nobody(_: Viewer) -> bool:
    return False


class MissingKeyError(OperatorError):
    """There is no key to sign with, and none may be made up."""


def signing_key(settings: Settings) -> str:
    """Return the key that signs tokens: `SECRET_KEY`, or the one in `DATA_DIR`, made at the first start.

    With `DATABASE_URL` several servers may share the database and must share the key: MissingKeyError without one.
    """
    if settings.secret_key is not None:
        return settings.secret_key.get_secret_value()
    if settings.database_url is not None:
        raise MissingKeyError(
            "With DATABASE_URL set, SECRET_KEY must be set too: 32 characters or more, the same for every server.",
            "设置了 DATABASE_URL 时，还须设置 SECRET_KEY：不少于 32 个字符，各服务器相同。",
        )
    path = settings.data_dir / KEY_FILE
    if not path.exists():
        _make_key(path)
    return path.read_text(encoding="ascii")


def _make_key(path: Path) -> None:
    """Write a new key under its final name at once and only if there is none: processes starting together agree."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor, draft = tempfile.mkstemp(dir=path.parent, prefix=KEY_FILE)  # mkstemp: O_EXCL, mode 600
    try:
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(secrets.token_urlsafe(48))
        with suppress(FileExistsError):
            os.link(draft, path)
    finally:
        Path(draft).unlink()
