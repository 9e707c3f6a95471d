"""Attachments over HTTP: who may attach and fetch, what is accepted, what a name becomes, and the store behind."""

import asyncio
import hashlib
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, time, timedelta
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote
from uuid import uuid4

import httpx
import pytest
import structlog
from asking import NEED
from conftest import KEY, Client, Network
from make import open_session
from refusals import refused
from sqlalchemy import func, select, update

from db.addresses import Addresses
from db.ids import GlobalId, parse_id
from db.models import Account, Attachment, AttachmentUse, Grid, Need
from db.settings import Settings
from resolvers.moments import CHINA
from server import create_app, open_services

MOST = 2_000_000
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(range(256))
MP4 = b"\x00\x00\x00\x20ftypisom\x00\x00\x02\x00isomiso2avc1mp41" + bytes(range(256)) * 4000
POST_NEED = (
    """mutation ($input: PostNeedInput!) { postNeed(input: $input) { need { id } userErrors { code field } } }"""
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "kept" / "attachments"


@pytest.fixture
async def network(demo_database: Addresses, folder: Path) -> AsyncIterator[Network]:
    settings = Settings(secret_key=KEY, attachments_url=str(folder), attachment_max_bytes=MOST, _env_file=None)
    async with open_services(settings, demo_database) as services:
        yield Network(create_app(settings, services), services, demo_database)


@pytest.fixture
async def secretary(network: Network) -> Client:
    return await network.client("changle3")


@pytest.fixture
async def need(secretary: Client) -> str:
    return await post(secretary)


async def post(client: Client, *, draft: bool = False) -> str:
    answer = (await client.post(POST_NEED, {"input": {**NEED, "draft": draft}})).json()
    id_: str = answer["data"]["postNeed"]["need"]["id"]
    return id_


async def upload(client: Client, subject: str, content: bytes, name: str = "证据.jpg") -> httpx.Response:
    return await client.http.post("/attachments", data={"subject": subject}, files={"file": (name, content)})


async def attached(client: Client, subject: str, content: bytes = JPEG, name: str = "证据.jpg") -> str:
    """The address of a new attachment."""
    answer = await upload(client, subject, content, name)
    assert answer.status_code == 201, answer.text
    return answer.headers["Location"]


async def rows(network: Network) -> int:
    async with open_session(network.addresses.owner) as session:
        return (await session.scalar(select(func.count()).select_from(Attachment))) or 0


def objects(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


def block(folder: Path) -> None:
    """Let a file stand where the store's folder should."""
    folder.parent.mkdir()
    folder.touch()


def lose(folder: Path) -> None:
    """Remove all that is in the store."""
    for path in folder.rglob("?" * 64):
        path.unlink()


# Attaching and fetching


async def test_what_one_attaches_another_who_sees_the_object_fetches(network: Network, secretary: Client) -> None:
    need = await post(secretary, draft=True)
    answer = await upload(secretary, need, JPEG, "楼道 扶手.jpg")
    kept, digest = answer.json(), hashlib.sha256(JPEG).hexdigest()
    assert answer.status_code == 201
    assert {**kept, "id": ""} == {
        "id": "",
        "sha256": digest,
        "mediaType": "image/jpeg",
        "size": len(JPEG),
        "name": "楼道 扶手.jpg",
    }
    assert parse_id(kept["id"]).model is Attachment
    for login in ("changle3", "dagang", "shibei", "shenji"):
        fetched = await (await network.client(login)).http.get(answer.headers["Location"])
        assert (fetched.status_code, fetched.content) == (200, JPEG)
        assert fetched.headers["Content-Type"] == "image/jpeg"
        assert fetched.headers["Content-Length"] == str(len(JPEG))
        assert fetched.headers["Content-Disposition"] == f"attachment; filename*=UTF-8''{quote('楼道 扶手.jpg')}"
        assert fetched.headers["X-Content-Type-Options"] == "nosniff"
        assert fetched.headers["Cache-Control"] == "private"
        assert fetched.headers["ETag"] == f'"{digest}"'


async def test_an_id_is_found_with_its_slashes_as_they_are_too(secretary: Client, need: str) -> None:
    ids = [(await upload(secretary, need, JPEG)).json()["id"] for _ in range(8)]
    for id_ in ids:
        assert (await secretary.http.get(f"/attachments/{id_}")).content == JPEG


async def test_the_row_says_who_attached_it_to_what(network: Network, secretary: Client, need: str) -> None:
    await attached(secretary, need)
    async with open_session(network.addresses.owner) as session:
        row = (await session.scalars(select(Attachment))).one()
        creator = await session.get_one(Account, row.created_by)
    assert (row.subject_type, row.subject_id, creator.login) == ("NEED", parse_id(need).id, "changle3")


async def test_the_same_content_twice_is_kept_once(
    network: Network, secretary: Client, need: str, folder: Path
) -> None:
    one, other = await attached(secretary, need, name="甲.jpg"), await attached(secretary, need, name="乙.jpg")
    assert one != other
    assert await rows(network) == 2
    assert objects(folder) == [hashlib.sha256(JPEG).hexdigest()]


# Who may


async def test_who_does_not_see_the_object_finds_no_attachment(network: Network, secretary: Client) -> None:
    place = await attached(secretary, await post(secretary, draft=True))
    unknown = GlobalId(Attachment, parse_id(await post(secretary)).subdistrict_id, uuid4())
    for login in (None, "hangyun", "xinggang"):
        client = await network.client(login)
        hidden = await client.http.get(place)
        refused(hidden, 404, "NOT_FOUND")
        other = await client.http.get(f"/attachments/{quote(str(unknown), safe='')}")
        assert other.content == hidden.content
        assert other.headers == hidden.headers
        for path in (quote(await post(secretary), safe=""), "x", "", "..%2F..%2Fetc%2Fpasswd"):
            refused(await client.http.get(f"/attachments/{path}"), 400, "INVALID_ID")


async def test_nobody_attaches_to_what_it_does_not_see(network: Network, secretary: Client, folder: Path) -> None:
    hidden = parse_id(await post(secretary, draft=True))
    async with open_session(network.addresses.owner) as session:
        grid = (await session.scalars(select(Grid).where(Grid.subdistrict_id == hidden.subdistrict_id))).first()
    assert grid
    without_states = GlobalId(Grid, grid.subdistrict_id, grid.id)
    unknown = GlobalId(Need, hidden.subdistrict_id, uuid4())
    for login in ("hangyun", "xinggang"):
        client = await network.client(login)
        answers = [await upload(client, str(each), JPEG) for each in (hidden, unknown)]
        assert len({answer.content for answer in answers}) == 1
        for answer in answers:
            refused(answer, 404, "NOT_FOUND")
        for each in (without_states, "x", ""):
            refused(await upload(client, str(each), JPEG), 400, "INVALID_ID")
    assert await rows(network) == 0
    assert not objects(folder)


@pytest.mark.parametrize("login", ["shibei", "qingdao", "shenji"])
async def test_who_only_oversees_attaches_nothing(network: Network, need: str, folder: Path, login: str) -> None:
    refused(await upload(await network.client(login), need, JPEG), 403, "FORBIDDEN")
    assert not objects(folder)


@pytest.mark.parametrize("login", ["jumin", "wangge", "zhidao", "changle", "dagang", "sifa", "hangyun"])
async def test_everyone_else_who_sees_it_may(network: Network, need: str, login: str) -> None:
    await attached(await network.client(login), need)


async def test_without_a_valid_token_nothing_is_read(network: Network, need: str) -> None:
    nobody = await network.client(None)
    answer = await upload(nobody, need, JPEG)
    refused(answer, 401, "UNAUTHENTICATED")
    assert answer.headers["WWW-Authenticate"] == "Bearer"
    nobody.http.headers["Authorization"] = "Bearer nonsense"
    refused(await upload(nobody, need, JPEG), 401, "INVALID_TOKEN")
    refused(await nobody.http.get("/attachments/x"), 401, "INVALID_TOKEN")


async def test_a_disabled_account_attaches_nothing(network: Network, secretary: Client, need: str) -> None:
    async with open_session(network.addresses.owner) as session:
        await session.execute(update(Account).where(Account.login == "changle3").values(disabled=True))
        await session.commit()
    answer = await upload(secretary, need, JPEG)
    assert answer.status_code == 401, "as a bad token, or, before this process is told, as nobody"
    assert await rows(network) == 0


# What is accepted


async def test_a_file_is_what_it_holds_not_what_it_is_called(secretary: Client, need: str) -> None:
    form = {"file": ("会议纪要", "同意安装扶手。".encode(), "image/jpeg")}
    kept = (await secretary.http.post("/attachments", data={"subject": need}, files=form)).json()
    assert (kept["mediaType"], kept["name"]) == ("text/plain", "会议纪要.txt")
    fetched = await secretary.http.get(f"/attachments/{kept['id']}")
    assert fetched.headers["Content-Type"] == "text/plain; charset=utf-8"


async def test_a_program_called_a_picture_is_refused(
    network: Network, secretary: Client, need: str, folder: Path
) -> None:
    form = {"file": ("现场.jpg", b"MZ\x90\x00" + bytes(1000), "image/jpeg")}
    answer = await secretary.http.post("/attachments", data={"subject": need}, files=form)
    refused(answer, 415, "UNSUPPORTED_TYPE")
    assert (await rows(network), objects(folder)) == (0, [])


async def test_the_largest_file_and_one_byte_more(secretary: Client, need: str) -> None:
    largest = b"x" * MOST
    assert (await upload(secretary, need, largest)).json()["size"] == MOST
    refused(await upload(secretary, need, largest + b"x"), 413, "TOO_LARGE")


@pytest.mark.parametrize("length", [None, b"200000000", b"9" * 5000, b"-1", b"abc", b"\xb2"])
async def test_a_far_larger_one_is_not_read_to_its_end(secretary: Client, length: bytes | None) -> None:
    sent = 0

    async def chunks() -> AsyncIterator[bytes]:
        nonlocal sent
        yield b'--b\r\nContent-Disposition: form-data; name="file"; filename="x.txt"\r\n\r\n'
        for _ in range(100):
            sent += 1
            yield b"x" * (MOST // 10)

    headers = [
        (b"Content-Type", b"multipart/form-data; boundary=b"),
        *([(b"Content-Length", length)] if length else []),
    ]
    answer = await secretary.http.post("/attachments", content=chunks(), headers=headers)
    refused(answer, 413, "TOO_LARGE")
    assert answer.headers["Connection"] == "close"
    assert sent <= 11


async def test_an_empty_file_is_refused(secretary: Client, need: str) -> None:
    refused(await upload(secretary, need, b""), 400, "EMPTY_FILE")


FILE = {"file": ("a.txt", b"a")}
FORMS: dict[str, dict[str, Any]] = {
    "another field": {"data": {"subject": "x"}, "files": {"other": ("a.txt", b"a")}},
    "no subject": {"files": FILE},
    "both the other way round": {"data": {"file": "a"}, "files": {"subject": ("a.txt", b"a")}},
    "two subjects": {"data": {"subject": ["x", "y"]}, "files": FILE},
    "two files": {"data": {"subject": "x"}, "files": [("file", ("a.txt", b"a")), ("file", ("b.txt", b"b"))]},
    "a very long subject": {"data": {"subject": "x" * 5000}, "files": FILE},
    "nothing of the kind": {"content": b"x", "headers": {"Content-Type": "multipart/form-data; boundary=b"}},
    "no boundary": {"content": b"--b", "headers": {"Content-Type": "multipart/form-data"}},
}


@pytest.mark.parametrize("form", FORMS)
async def test_a_form_of_another_shape_is_refused(secretary: Client, form: str) -> None:
    refused(await secretary.http.post("/attachments", **FORMS[form]), 400, "INVALID_REQUEST")


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # starlette lets Python close that file
async def test_half_a_form_is_refused(secretary: Client) -> None:
    half = b'--b\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\nhalf of it'
    headers = {"Content-Type": "multipart/form-data; boundary=b"}
    refused(await secretary.http.post("/attachments", content=half, headers=headers), 400, "INVALID_REQUEST")


async def test_a_body_that_is_no_form_is_refused(secretary: Client) -> None:
    refused(await secretary.http.post("/attachments", json={"subject": "x"}), 415, "UNSUPPORTED_MEDIA_TYPE")


@pytest.mark.parametrize(
    ("method", "path"), [("GET", "/attachments"), ("PUT", "/attachments/x"), ("DELETE", "/attachments/x")]
)
async def test_another_method_is_refused(secretary: Client, method: str, path: str) -> None:
    refused(await secretary.http.request(method, path), 405, "METHOD_NOT_ALLOWED")


# Names


async def test_a_name_with_a_path_stays_in_the_store(secretary: Client, need: str, folder: Path) -> None:
    answer = await upload(secretary, need, JPEG, "../../../现场/../照片.jpg")
    assert answer.json()["name"] == "照片.jpg"
    assert objects(folder.parent) == [hashlib.sha256(JPEG).hexdigest()]


# What the client has already, and parts


async def test_who_has_it_already_is_told_so(secretary: Client, need: str) -> None:
    place, tag = await attached(secretary, need), f'"{hashlib.sha256(JPEG).hexdigest()}"'
    for known in (tag, f"W/{tag}", f'"other", {tag}', "*"):
        answer = await secretary.http.get(place, headers={"If-None-Match": known})
        assert (answer.status_code, answer.content, answer.headers["ETag"]) == (304, b"", tag)
    assert (await secretary.http.get(place, headers={"If-None-Match": '"other"'})).content == JPEG


async def test_who_may_not_see_it_is_not_told_that_it_is_unchanged(network: Network, secretary: Client) -> None:
    place = await attached(secretary, await post(secretary, draft=True))
    stranger = await network.client("xinggang")
    refused(await stranger.http.get(place, headers={"If-None-Match": "*"}), 404, "NOT_FOUND")


@pytest.mark.parametrize(
    ("asked", "start", "stop"),
    [
        ("bytes=0-0", 0, 1),
        ("bytes=100-299", 100, 300),
        ("bytes=1000000-", 1_000_000, len(MP4)),
        ("bytes=-5", len(MP4) - 5, len(MP4)),
        ("bytes=5-99999999", 5, len(MP4)),
        ("bytes=-99999999", 0, len(MP4)),
    ],
)
async def test_a_player_asks_for_a_part(secretary: Client, need: str, asked: str, start: int, stop: int) -> None:
    place = await attached(secretary, need, MP4, "现场.mp4")
    answer = await secretary.http.get(place, headers={"Range": asked})
    assert (answer.status_code, answer.content) == (206, MP4[start:stop])
    assert answer.headers["Content-Range"] == f"bytes {start}-{stop - 1}/{len(MP4)}"
    assert answer.headers["Content-Length"] == str(stop - start)


async def test_a_part_that_is_not_there_and_parts_that_are_not_served(secretary: Client, need: str) -> None:
    place = await attached(secretary, need)
    for asked in (f"bytes={len(JPEG)}-", "bytes=9-5", "bytes=-0"):
        answer = await secretary.http.get(place, headers={"Range": asked})
        refused(answer, 416, "RANGE_NOT_SATISFIABLE")
        assert answer.headers["Content-Range"] == f"bytes */{len(JPEG)}"
    for headers in ({"Range": "bytes=0-1,3-4"}, {"Range": "bytes=-"}, {"Range": "lines=1-2"}, {"Range": "bytes=x-y"}):
        assert (await secretary.http.get(place, headers=headers)).content == JPEG
    changed = {"Range": "bytes=0-1", "If-Range": '"other"'}
    assert (await secretary.http.get(place, headers=changed)).content == JPEG


# The store


async def test_a_store_that_fails_leaves_no_row_and_tells_nothing(
    network: Network, secretary: Client, need: str, folder: Path
) -> None:
    block(folder)
    with structlog.testing.capture_logs() as logs:
        refused(await upload(secretary, need, JPEG, "秘密.jpg"), 503, "STORE_UNAVAILABLE")
    assert await rows(network) == 0
    said = json.dumps(logs, ensure_ascii=False)
    assert "attachment store failed" in said
    assert "秘密" not in said
    assert hashlib.sha256(JPEG).hexdigest() not in said


async def test_a_lost_file_is_the_services_failure(secretary: Client, need: str, folder: Path) -> None:
    place = await attached(secretary, need)
    lose(folder)
    refused(await secretary.http.get(place), 503, "STORE_UNAVAILABLE")


# How much on one day


@asynccontextmanager
async def limited(database: Addresses, folder: Path, **limits: int) -> AsyncIterator[Network]:
    settings = Settings(secret_key=KEY, attachments_url=str(folder), _env_file=None, **limits)  # type: ignore[arg-type]
    async with open_services(settings, database) as services:
        yield Network(create_app(settings, services), services, database)


async def spent(network: Network) -> tuple[int, int]:
    """How many attachments, and how many bytes, are counted."""
    async with open_session(network.addresses.owner) as session:
        use = (await session.scalars(select(AttachmentUse))).one()
    return use.files, use.bytes


async def new_day(network: Network) -> None:
    """Let the day of all that is counted be over."""
    async with open_session(network.addresses.owner) as session:
        await session.execute(update(AttachmentUse).values(day=AttachmentUse.day - 1))
        await session.commit()


async def test_a_day_has_so_many_attachments(demo_database: Addresses, folder: Path) -> None:
    async with limited(demo_database, folder, attachments_per_day=2) as network:
        secretary = await network.client("changle3")
        need = await post(secretary)
        for _ in range(2):
            await attached(secretary, need)
        answer = await upload(secretary, need, JPEG)
        refused(answer, 429, "QUOTA_EXCEEDED")
        midnight = datetime.combine(datetime.now(CHINA).date() + timedelta(days=1), time(), CHINA)
        assert parsedate_to_datetime(answer.headers["Retry-After"]) == midnight
        message = answer.json()["errors"][0]["message"]
        assert "每日最多上传 2 个附件、共 524288000 字节" in message
        assert f"{midnight:%Y-%m-%d} 00:00（北京时间）起可再上传" in message
        await attached(await network.client("changle"), need)
        await new_day(network)
        await attached(secretary, need)


async def test_a_day_has_so_many_bytes(demo_database: Addresses, folder: Path) -> None:
    async with limited(demo_database, folder, attachment_bytes_per_day=1024) as network:
        secretary = await network.client("changle3")
        need = await post(secretary)
        await attached(secretary, need, b"x" * 1000)
        refused(await upload(secretary, need, b"x" * 25), 429, "QUOTA_EXCEEDED")
        await attached(secretary, need, b"y" * 24)
        assert await spent(network) == (2, 1024)
        assert (await rows(network), len(objects(folder))) == (2, 2)


async def test_what_is_refused_is_not_read(demo_database: Addresses, folder: Path) -> None:
    sent = 0

    async def chunks() -> AsyncIterator[bytes]:
        nonlocal sent
        for _ in range(100):
            sent += 1
            yield b"x" * 100_000

    async with limited(demo_database, folder, attachment_bytes_per_day=1_000_000) as network:
        secretary = await network.client("changle3")
        headers = {"Content-Type": "multipart/form-data; boundary=b", "Content-Length": "10000000"}
        answer = await secretary.http.post("/attachments", content=chunks(), headers=headers)
        refused(answer, 429, "QUOTA_EXCEEDED")
        assert answer.headers["Connection"] == "close"
        assert not sent


async def test_uploads_at_once_do_not_pass_the_limit(demo_database: Addresses, folder: Path) -> None:
    async with limited(demo_database, folder, attachments_per_day=3) as network:
        secretary = await network.client("changle3")
        need = await post(secretary)
        uploads = (upload(secretary, need, b"%d" % number) for number in range(12))
        statuses = sorted(answer.status_code for answer in await asyncio.gather(*uploads))
        assert statuses == [201] * 3 + [429] * 9
        assert (await rows(network), len(objects(folder))) == (3, 3), "nor does anything lie in the store"
        assert (await spent(network))[0] == 3


async def test_what_could_not_be_kept_does_not_count(
    network: Network, secretary: Client, need: str, folder: Path
) -> None:
    block(folder)
    refused(await upload(secretary, need, JPEG), 503, "STORE_UNAVAILABLE")
    assert await spent(network) == (0, 0)


async def test_what_is_refused_for_another_reason_does_not_count(network: Network, secretary: Client) -> None:
    stranger = await network.client("hangyun")
    refused(await upload(stranger, await post(secretary, draft=True), JPEG), 404, "NOT_FOUND")
    async with open_session(network.addresses.owner) as session:
        assert await session.scalar(select(func.count()).select_from(AttachmentUse)) == 0


@pytest.mark.parametrize("charset", ["undefined", "idna", "zlib_codec", "rot13", "utf-16", "\x00"])
async def test_an_odd_charset_is_the_forms_fault(secretary: Client, charset: str) -> None:
    body = b'--b\r\nContent-Disposition: form-data; name="subject"\r\n\r\n..\xff\xfe\r\n--b--\r\n'
    headers = {"Content-Type": f"multipart/form-data; boundary=b; charset={charset}"}
    refused(await secretary.http.post("/attachments", content=body, headers=headers), 400, "INVALID_REQUEST")
