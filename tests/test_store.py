"""The store of attachments, in a folder."""

import hashlib
from io import BytesIO
from pathlib import Path

import pytest
from pydantic import ValidationError

from db.settings import Settings
from resolvers.errors import ServiceError
from resolvers.store import Store, open_store


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "kept" / "attachments"


def objects(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


def mode(folder: Path) -> int:
    return folder.stat().st_mode & 0o777


async def test_the_store_gives_back_what_it_was_given(folder: Path) -> None:
    store, content = Store(str(folder)), bytes(range(256)) * 40_000
    digest = hashlib.sha256(content).hexdigest()
    file = BytesIO(content)
    file.seek(17)
    await store.put(digest, file)
    await store.put(digest, file)
    assert b"".join([chunk async for chunk in await store.read(digest, 0, len(content))]) == content
    assert b"".join([chunk async for chunk in await store.read(digest, 300, 301)]) == content[300:301]
    assert objects(folder) == [digest]
    assert mode(folder) == 0o700


async def test_the_store_has_nothing_that_it_was_not_given(folder: Path) -> None:
    with pytest.raises(ServiceError):
        await Store(str(folder)).read("0" * 64, 0, 1)


async def test_the_store_is_below_the_data_unless_configured(tmp_path: Path) -> None:
    await open_store(Settings(data_dir=tmp_path, _env_file=None)).put("a" * 64, BytesIO(b"x"))
    assert objects(tmp_path / "attachments") == ["a" * 64]


@pytest.mark.parametrize("url", ["s3://", "s3:///x", "s3://key:secret@bucket", "s3://bucket?x", "https://host/bucket"])
def test_a_store_that_is_no_store_is_refused_at_the_start(url: str) -> None:
    with pytest.raises(ValidationError):
        Settings(attachments_url=url, _env_file=None)


@pytest.mark.parametrize("url", ["s3://bucket", "s3://bucket/", "s3://bucket/a/b", "folder", "/a/folder"])
def test_folders_and_buckets_are_stores(url: str) -> None:
    assert Settings(attachments_url=url, _env_file=None).attachments_url == url
