import hmac
import json
from base64 import urlsafe_b64encode
from collections.abc import AsyncIterator, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st
from joserfc import jws, jwt
from joserfc.jwk import ECKey, OctKey, OKPKey, RSAKey
from make import make_account, make_network, open_session

from db.addresses import Addresses
from db.models.states import PartnerStatus, Role
from db.settings import Settings
from db.viewer import Viewer
from resolvers.access import Access
from resolvers.accounts import viewer_by_subject, viewer_of
from resolvers.issuer import FETCH_SECONDS, STALE_SECONDS, Identity, Issuer
from resolvers.tokens import ISSUER, BadTokenError, MissingKeyError, Tokens, signing_key
from resolvers.transactions import open_writer

SECRET = "a secret of thirty-two characters"
START = 1_800_000_000.0
WHO = Viewer(Role.GRID_SECRETARY, uuid4(), uuid4(), branch_id=uuid4())


class Clock:
    def __init__(self) -> None:
        self.seconds = START

    def __call__(self) -> float:
        return self.seconds


async def always(_: Viewer) -> bool:
    return True


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def tokens(clock: Clock) -> Tokens:
    return Tokens(SECRET, minutes=30, counts=always, clock=clock)


def signed(claims: dict[str, Any], key: str = SECRET, alg: str = "HS256") -> str:
    return jwt.encode({"alg": alg}, claims, OctKey.import_key(key), [alg])


def unsigned(header: object, claims: object) -> str:
    parts = (urlsafe_b64encode(json.dumps(part).encode()).rstrip(b"=").decode() for part in (header, claims))
    return ".".join(parts) + "."


CLAIMS = {"iss": ISSUER, "sub": str(uuid4()), "exp": int(START) + 60, "role": "AUDITOR", "code_prefix": "3702"}


async def test_a_token_says_who_it_is_until_it_expires(tokens: Tokens, clock: Clock) -> None:
    token, expires_at = tokens.issue(WHO)
    assert expires_at.timestamp() == START + 30 * 60
    assert await tokens.viewer(token) == WHO
    clock.seconds += 30 * 60 - 1
    assert await tokens.viewer(token) == WHO
    clock.seconds += 1
    with pytest.raises(BadTokenError):
        await tokens.viewer(token)


async def test_another_process_with_the_same_key_accepts_it(tokens: Tokens, clock: Clock) -> None:
    assert await Tokens(SECRET, minutes=1, counts=always, clock=clock).viewer(tokens.issue(WHO)[0]) == WHO


@pytest.mark.parametrize(
    "token",
    [
        pytest.param("", id="empty"),
        pytest.param("no token", id="no token"),
        pytest.param("a.b.c", id="no base64"),
        pytest.param("\ud800", id="half a character"),
        pytest.param("x" * 100_000, id="too long"),
        pytest.param(unsigned({"alg": "none"}, CLAIMS), id="alg none"),
        pytest.param(unsigned({"alg": "HS256"}, CLAIMS), id="no signature"),
        pytest.param(unsigned({}, CLAIMS), id="no alg"),
        pytest.param(unsigned({"alg": ["HS256"]}, CLAIMS), id="alg is a list"),
        pytest.param(unsigned(["alg"], CLAIMS), id="header is a list"),
        pytest.param(unsigned("alg", CLAIMS), id="header is a text"),
        pytest.param(signed(CLAIMS, key="another secret, just as long as ours"), id="another key"),
        pytest.param(signed(CLAIMS, alg="HS512"), id="another algorithm"),
        pytest.param(signed(CLAIMS | {"exp": int(START)}), id="expired"),
        pytest.param(signed(CLAIMS | {"exp": "never"}), id="expires never"),
        pytest.param(signed({key: value for key, value in CLAIMS.items() if key != "exp"}), id="no expiry"),
        pytest.param(signed(CLAIMS | {"nbf": int(START) + 9}), id="not yet valid"),
        pytest.param(signed(CLAIMS | {"iss": "somebody"}), id="another issuer"),
        pytest.param(signed(CLAIMS | {"role": "EMPEROR"}), id="no such role"),
        pytest.param(signed(CLAIMS | {"sub": "me"}), id="no such account"),
        pytest.param(signed(CLAIMS | {"branch_id": 7}), id="a number for an id"),
    ],
)
async def test_a_bad_token_is_refused_and_never_repeated(tokens: Tokens, token: str) -> None:
    with pytest.raises(BadTokenError) as refused:
        await tokens.viewer(token)
    assert not refused.value.args
    assert refused.value.__cause__ is None
    assert refused.value.__suppress_context__ or refused.value.__context__ is None


@given(st.text() | st.tuples(*[st.from_regex(r"[A-Za-z0-9_-]*", fullmatch=True)] * 3).map(".".join))
async def test_whatever_is_no_token_is_refused(text: str) -> None:
    with pytest.raises(BadTokenError):
        await Tokens(SECRET, minutes=1, counts=always).viewer(text)


async def test_a_token_whose_account_has_changed_counts_no_more(clock: Clock) -> None:
    counted = True

    async def counts(_: Viewer) -> bool:
        return counted

    tokens = Tokens(SECRET, minutes=30, counts=counts, clock=clock)
    token = tokens.issue(WHO)[0]
    assert await tokens.viewer(token) == WHO
    counted = False
    for fresh in (token, tokens.issue(WHO)[0]):
        with pytest.raises(BadTokenError):
            await tokens.viewer(fresh)


async def test_a_token_says_the_epoch_of_its_account(tokens: Tokens) -> None:
    viewer = replace(WHO, epoch=7)
    assert await tokens.viewer(tokens.issue(viewer)[0]) == viewer
    assert (await tokens.viewer(signed(CLAIMS))).epoch == 0, "older versions issued tokens without"


async def test_who_only_issues_tokens_verifies_none() -> None:
    issuing = Tokens(SECRET, minutes=30)
    with pytest.raises(BadTokenError):
        await issuing.viewer(issuing.issue(WHO)[0])


async def test_a_changed_token_is_refused(tokens: Tokens) -> None:
    head, body, signature = tokens.issue(WHO)[0].split(".")
    changed = urlsafe_b64encode(json.dumps(CLAIMS).encode()).rstrip(b"=").decode()
    for token in (f"{head}.{changed}.{signature}", f"{head}.{body}.{signature[::-1]}", f"{head}.{body}"):
        with pytest.raises(BadTokenError):
            await tokens.viewer(token)


def test_a_fingerprint_needs_the_key(tokens: Tokens) -> None:
    assert tokens.fingerprint(b"one") == Tokens(SECRET, minutes=9).fingerprint(b"one")
    assert tokens.fingerprint(b"one") != tokens.fingerprint(b"two")
    assert tokens.fingerprint(b"one") != Tokens(SECRET[::-1], minutes=9).fingerprint(b"one")


def settings(folder: Path, **values: Any) -> Settings:
    return Settings(_env_file=None, data_dir=folder, **values)


def test_the_key_is_made_once_and_kept_from_others(tmp_path: Path) -> None:
    key = signing_key(settings(tmp_path / "new"))
    assert len(key) >= 32
    assert (tmp_path / "new" / "secret-key").stat().st_mode & 0o777 == 0o600
    assert signing_key(settings(tmp_path / "new")) == key


def test_processes_that_start_together_agree_on_the_key(tmp_path: Path) -> None:
    with ThreadPoolExecutor(16) as pool:
        assert len(set(pool.map(signing_key, [settings(tmp_path)] * 64))) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["secret-key"]


def test_a_configured_key_is_used(tmp_path: Path) -> None:
    assert signing_key(settings(tmp_path, secret_key=SECRET)) == SECRET
    assert not list(tmp_path.iterdir())


def test_a_database_of_ones_own_needs_a_key_of_ones_own(tmp_path: Path) -> None:
    with pytest.raises(MissingKeyError, match=r"SECRET_KEY must be set(.|\n)*须设置 SECRET_KEY"):
        signing_key(settings(tmp_path, database_url="postgresql://localhost/red_partners"))


# The tokens of an OIDC issuer

OIDC = "https://issuer.example"
SUBJECT = "subject-1"
Key = RSAKey | ECKey | OKPKey
RSA = RSAKey.generate_key(2048, auto_kid=True)


class KeyFile:
    """The issuer's JWKS in a file, which counts nothing and is simply written anew."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def publish(self, *keys: Key, **more: Any) -> None:
        self.path.write_text(json.dumps({"keys": [key.as_dict(private=False) | more for key in keys]}))


@pytest.fixture
def jwks(tmp_path: Path) -> KeyFile:
    return KeyFile(tmp_path / "jwks.json")


async def find(subject: str) -> Viewer | None:
    return WHO if subject == SUBJECT else None


@pytest.fixture
def oidc(jwks: KeyFile, clock: Clock) -> Tokens:
    issuer = Issuer(Identity(OIDC, "red-partners", str(jwks.path)), find, clock=clock)
    return Tokens(SECRET, minutes=30, counts=always, issuer=issuer, clock=clock)


def foreign(key: Key, alg: str = "RS256", **claims: Any) -> str:
    given = {"iss": OIDC, "aud": "red-partners", "sub": SUBJECT, "exp": int(START) + 600} | claims
    payload = json.dumps(given)  # in ASCII, in which half a character can be written
    return jws.serialize_compact({"alg": alg, "kid": key.kid}, payload, key, [alg])


@pytest.mark.parametrize(
    ("key", "alg"),
    [
        (RSA, "RS256"),
        (RSA, "PS512"),
        (ECKey.generate_key("P-256", auto_kid=True), "ES256"),
        (ECKey.generate_key("P-384", auto_kid=True), "ES384"),
        (OKPKey.generate_key("Ed25519", auto_kid=True), "Ed25519"),
        (OKPKey.generate_key("Ed25519", auto_kid=True), "EdDSA"),
    ],
)
@pytest.mark.filterwarnings("ignore:EdDSA is deprecated:joserfc.errors.SecurityWarning")  # and still in use
async def test_an_issuers_token_is_accepted_like_ours(oidc: Tokens, jwks: KeyFile, key: Key, alg: str) -> None:
    jwks.publish(key)
    assert await oidc.viewer(foreign(key, alg)) == WHO
    assert await oidc.viewer(foreign(key, alg, aud=["others", "red-partners"])) == WHO
    assert await oidc.viewer(oidc.issue(WHO)[0]) == WHO


@pytest.mark.parametrize(
    "claims",
    [
        {"exp": int(START) - 60},
        {"exp": None},
        {"exp": 10**400, "nbf": int(START) + 60},
        {"nbf": int(START) + 60},
        {"iss": "https://another.example"},
        {"iss": None},
        {"aud": "others"},
        {"aud": ["others"]},
        {"aud": None},
        {"sub": "nobody"},
        {"sub": None},
        {"sub": ["subject-1"]},
        {"sub": 7},
        {"sub": "subject-1\x00"},
        {"sub": "\x00"},
        {"sub": "subject\n1"},
        {"sub": "\ud800"},
        {"exp": 10**400},
        {"exp": float("inf")},
        {"exp": float("nan")},
    ],
)
async def test_an_issuers_token_with_other_claims_is_refused(
    oidc: Tokens, jwks: KeyFile, claims: dict[str, Any]
) -> None:
    jwks.publish(RSA)
    with pytest.raises(BadTokenError):
        await oidc.viewer(foreign(RSA, **claims))


async def test_a_public_key_is_no_secret_to_sign_with(oidc: Tokens, jwks: KeyFile) -> None:
    jwks.publish(RSA)
    claims = {"iss": OIDC, "aud": "red-partners", "sub": SUBJECT, "exp": int(START) + 600}
    for alg, digest in (("HS256", "sha256"), ("HS512", "sha512")):
        body = unsigned({"alg": alg, "kid": RSA.kid}, claims)[:-1]
        signature = urlsafe_b64encode(hmac.digest(RSA.as_pem(private=False), body.encode(), digest)).rstrip(b"=")
        with pytest.raises(BadTokenError):
            await oidc.viewer(f"{body}.{signature.decode()}")
    with pytest.raises(BadTokenError):
        await oidc.viewer(unsigned({"alg": "none", "kid": RSA.kid}, claims))


async def test_another_key_of_the_same_id_is_refused(oidc: Tokens, jwks: KeyFile) -> None:
    jwks.publish(RSA)
    other = RSAKey.generate_key(2048, {"kid": str(RSA.kid)})
    with pytest.raises(BadTokenError):
        await oidc.viewer(foreign(other))


async def test_keys_are_rotated_and_strangers_cannot_make_us_look_for_them(
    oidc: Tokens, jwks: KeyFile, clock: Clock
) -> None:
    jwks.publish(RSA)
    assert await oidc.viewer(foreign(RSA)) == WHO
    fresh = ECKey.generate_key("P-256", auto_kid=True)
    jwks.publish(RSA, fresh)
    with pytest.raises(BadTokenError):
        await oidc.viewer(foreign(fresh, "ES256"))
    clock.seconds += FETCH_SECONDS
    assert await oidc.viewer(foreign(fresh, "ES256")) == WHO


async def test_a_withdrawn_key_is_not_trusted_for_long(oidc: Tokens, jwks: KeyFile, clock: Clock) -> None:
    jwks.publish(RSA)
    assert await oidc.viewer(foreign(RSA)) == WHO
    jwks.publish(ECKey.generate_key("P-256", auto_kid=True))
    clock.seconds += STALE_SECONDS
    with pytest.raises(BadTokenError):
        await oidc.viewer(foreign(RSA, exp=int(clock.seconds) + 600))


async def test_an_unknown_kind_of_key_spoils_nothing(oidc: Tokens, jwks: KeyFile) -> None:
    jwks.path.write_text(json.dumps({"keys": [{"kty": "PQ"}, {"kty": "EC", "crv": "?"}, 7, RSA.as_dict(False)]}))
    assert await oidc.viewer(foreign(RSA)) == WHO


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"keys": 1}', "\x00"])
async def test_without_keys_nobody_enters(oidc: Tokens, jwks: KeyFile, text: str) -> None:
    jwks.path.write_text(text)
    with pytest.raises(BadTokenError):
        await oidc.viewer(foreign(RSA))


async def test_without_an_issuer_foreign_tokens_are_refused(tokens: Tokens) -> None:
    with pytest.raises(BadTokenError):
        await tokens.viewer(foreign(RSA))


@contextmanager
def issuer_on_http(keys: dict[str, Any]) -> Iterator[str]:
    """An issuer's discovery document and keys, served on this machine."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            found = {"/.well-known/openid-configuration": {"jwks_uri": f"{address}/keys"}, "/keys": keys}
            self.send_response(200)
            self.end_headers()
            self.wfile.write(json.dumps(found[self.path]).encode())

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        address = f"http://127.0.0.1:{server.server_port}"
        Thread(target=server.serve_forever, daemon=True).start()
        yield address
        server.shutdown()


async def test_keys_are_discovered(clock: Clock) -> None:
    with issuer_on_http({"keys": [RSA.as_dict(private=False)]}) as address:
        issuer = Issuer(Identity(address, "red-partners", None), find, clock=clock)
        found = Tokens(SECRET, minutes=30, counts=always, issuer=issuer, clock=clock)
        assert await found.viewer(foreign(RSA, iss=address)) == WHO


@pytest.fixture
async def subjects(database: Addresses, jwks: KeyFile, clock: Clock) -> AsyncIterator[Tokens]:
    """Tokens whose issuer's subjects are accounts of a database."""
    writer = open_writer(database.writer, Settings(_env_file=None))
    issuer = Issuer(Identity(OIDC, "red-partners", str(jwks.path)), partial(viewer_by_subject, writer), clock=clock)
    jwks.publish(RSA)
    async with Access(database.writer, writer) as access:
        yield Tokens(SECRET, minutes=30, issuer=issuer, counts=access.counts, clock=clock)
    await writer.kw["bind"].dispose()


async def heard(tokens: Tokens) -> None:
    """Return once the changes of accounts are known."""
    await tokens._counts.__self__.look()  # type: ignore[attr-defined]  # a method of Access


async def test_a_subject_is_an_account_with_access_as_it_is_now(database: Addresses, subjects: Tokens) -> None:
    token = foreign(RSA)
    async with open_session(database.owner) as session:
        network = await make_network(session)
        account = await make_account(session, Role.PARTNER_LIAISON, network.partner, oidc_subject=SUBJECT)
        await session.commit()
        assert await subjects.viewer(token) == viewer_of(account)
        account.disabled = True
        await session.commit()
        await heard(subjects)
        with pytest.raises(BadTokenError):
            await subjects.viewer(token)
        account.disabled = False
        await session.commit()
        await session.refresh(account)
        assert await subjects.viewer(token) == viewer_of(account)
        network.partner.status = PartnerStatus.EXITED
        await session.commit()
        await heard(subjects)
        with pytest.raises(BadTokenError):
            await subjects.viewer(token)


@pytest.mark.parametrize("subject", ["a\x00b", "\ud800", "", "nobody", "x" * 5000])
async def test_a_subject_that_no_account_can_have_is_a_bad_token(subjects: Tokens, subject: str) -> None:
    with pytest.raises(BadTokenError):
        await subjects.viewer(foreign(RSA, sub=subject))
