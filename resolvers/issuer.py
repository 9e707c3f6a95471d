"""Tokens of the configured OIDC issuer: verified with its JWKS, and mapped to an account by their subject."""

import asyncio
import math
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import orjson
import structlog
from joserfc import jwt
from joserfc.errors import InvalidKeyIdError
from joserfc.jwk import JWKRegistry, KeySet

from db.settings import Settings
from db.viewer import Viewer

from .checks import is_plain
from .tokens import MALFORMED, BadTokenError

# Signatures by a private key only: nothing that who holds the public key could make, and never `none`.
ALGORITHMS = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA", "Ed25519"]
FETCH_SECONDS = 60.0  # an unknown key id makes us look for new keys, but no stranger makes us do it more often
STALE_SECONDS = 3600.0  # a key that the issuer has withdrawn is trusted no longer than this
RETRY_SECONDS = 5.0  # after a failed fetch
TIMEOUT_SECONDS = 5.0
LEEWAY_SECONDS = 10  # the issuer's clock is not ours
REMEMBER_SECONDS = 60.0  # a key that the issuer has withdrawn is noticed by then

logger = structlog.get_logger()
FindAccount = Callable[[str], Awaitable[Viewer | None]]


@dataclass(frozen=True)
class Identity:
    """Who the issuer is: its `iss`, the `aud` its tokens must name, and where its keys are (none: discovery)."""

    issuer: str
    audience: str
    jwks: str | None


def configured_issuer(settings: Settings, find_account: FindAccount) -> "Issuer | None":
    """Return the issuer that the settings name, if any; `find_account` gives the viewer of a subject."""
    if settings.oidc_issuer is None:
        return None
    return Issuer(Identity(settings.oidc_issuer, settings.oidc_audience, settings.oidc_jwks), find_account)


class Issuer:
    """Verifies the tokens of one issuer; its keys are fetched when first needed, and again for an unknown key id."""

    def __init__(
        self, identity: Identity, find_account: FindAccount, *, clock: Callable[[], float] = time.time
    ) -> None:
        self._identity = identity
        self._find_account = find_account
        self._clock = clock
        self._keys = KeySet([])
        self._next_fetch = 0.0
        self._stale = 0.0
        self._fetching = asyncio.Lock()

    async def viewer(self, token: str) -> tuple[Viewer, float]:
        """Whose token it is, and until when that may be remembered; raises BadTokenError."""
        subject, expires = await self._facts(token)
        viewer = await self._find_account(subject)
        if viewer is None:
            raise BadTokenError
        return viewer, min(expires, self._clock() + REMEMBER_SECONDS)

    async def _facts(self, token: str) -> tuple[str, float]:
        if self._clock() >= self._stale:
            await self._fetch()
        try:
            with suppress(InvalidKeyIdError):
                return self._verify(token)
            await self._fetch()
            return self._verify(token)
        except MALFORMED:
            raise BadTokenError from None  # the cause may quote the token

    def _verify(self, token: str) -> tuple[str, float]:
        claims = jwt.decode(token, self._keys, ALGORITHMS).claims
        required = {"iss": self._identity.issuer, "aud": self._identity.audience}
        options = {name: {"essential": True, "value": value} for name, value in required.items()}
        options |= {name: {"essential": True} for name in ("sub", "exp")}
        registry = jwt.JWTClaimsRegistry(now=int(self._clock()), leeway=LEEWAY_SECONDS, **options)  # type: ignore[arg-type]  # plain dicts
        registry.validate(claims)
        return _subject(claims["sub"]), _moment(claims["exp"])

    async def _fetch(self) -> None:
        async with self._fetching:  # who waited here finds the keys fetched
            if self._clock() < self._next_fetch:
                return
            self._next_fetch = self._clock() + RETRY_SECONDS
            try:
                self._keys = _import(await self._jwks())
            except (httpx.HTTPError, OSError, *MALFORMED) as error:
                logger.warning("oidc_keys_unavailable", issuer=self._identity.issuer, error=type(error).__name__)
                if self._clock() >= self._stale:
                    self._keys = KeySet([])
            else:
                self._next_fetch = self._clock() + FETCH_SECONDS
                self._stale = self._clock() + STALE_SECONDS

    async def _jwks(self) -> Any:  # Any: JSON
        place = self._identity.jwks
        async with httpx.AsyncClient(timeout=TIMEOUT_SECONDS) as client:
            if place is None:
                discovery = f"{self._identity.issuer.rstrip('/')}/.well-known/openid-configuration"
                place = (await client.get(discovery)).raise_for_status().json()["jwks_uri"]
            elif not place.startswith(("http://", "https://")):
                return await asyncio.to_thread(_read, Path(place))
            return (await client.get(place)).raise_for_status().json()


def _subject(claim: object) -> str:
    """A subject that an account may have; ValueError for what PostgreSQL holds no text of."""
    if not isinstance(claim, str) or not is_plain(claim):
        raise ValueError("no subject")
    return claim


def _moment(claim: float) -> float:
    """A moment in seconds since 1970; ValueError for what is no number of seconds."""
    if not math.isfinite(claim):
        raise ValueError("no moment")
    return float(claim)


def _read(path: Path) -> Any:  # Any: JSON
    return orjson.loads(path.read_bytes())


def _import(jwks: Any) -> KeySet:  # Any: JSON
    """All keys of the set that we can use; one of an unknown kind doesn't spoil the others."""
    keys = []
    for key in jwks["keys"]:
        with suppress(*MALFORMED):
            keys.append(JWKRegistry.import_key(key))
    return KeySet(keys)
