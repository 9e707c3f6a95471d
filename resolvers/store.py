"""Where the bytes of attachments are: a folder or an S3-compatible bucket, each content once, under its hash."""

import asyncio
import os
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from errno import ENOSPC
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import obstore
import structlog
from obstore.exceptions import BaseError
from obstore.store import LocalStore, S3Store

from db.settings import Settings

from .errors import ErrorCode, ServiceError
from .transactions import disk_full

if TYPE_CHECKING:
    from obstore.store import ClientConfig, RetryConfig  # not there at run time

CHUNK_BYTES = 256 * 1024  # of a content on its way to a reader: what one download holds in memory
PARTS_AT_ONCE = 2  # of 5 MiB each, from a content on its way to the store
S3 = "s3://"
# An http:// address is the operator's choice; a reader on a slow line may take minutes over one video.
CLIENT: "ClientConfig" = {"allow_http": True, "connect_timeout": "5s", "timeout": "10m"}
RETRIES: "RetryConfig" = {"max_retries": 3}  # a request waits for the answer

log = structlog.get_logger()


class Store:
    """Contents by their SHA-256, at a folder or `s3://bucket/prefix`; nothing is opened before it is used."""

    def __init__(self, place: str) -> None:
        self._place = place

    async def put(self, sha256: str, file: BinaryIO) -> None:
        """Keep a content, whole or not at all, on disk before it returns; raises ServiceError when it cannot.

        What is there already is written again: the time taken must not tell who else has the same.
        """
        file.seek(0)
        with _reported():
            await obstore.put_async(self._objects, _path(sha256), file, max_concurrency=PARTS_AT_ONCE)
            if isinstance(self._objects, LocalStore):
                await asyncio.to_thread(_flush, Path(self._place, _path(sha256)))

    async def read(self, sha256: str, start: int, stop: int) -> AsyncIterator[bytes]:
        """Return the bytes of a content from `start` to before `stop`, in chunks; raises ServiceError without it."""
        with _reported():
            found = await obstore.get_async(self._objects, _path(sha256), options={"range": (start, stop)})
        return _chunks(found.stream(CHUNK_BYTES))

    @cached_property
    def _objects(self) -> LocalStore | S3Store:
        if self._place.startswith(S3):
            return S3Store.from_url(self._place, client_options=CLIENT, retry_config=RETRIES)
        Path(self._place).mkdir(mode=0o700, parents=True, exist_ok=True)
        return LocalStore(self._place)


def open_store(settings: Settings) -> Store:
    """Return the configured store, or the one in `DATA_DIR`."""
    return Store(settings.attachments_url or str(settings.data_dir / "attachments"))


def _path(sha256: str) -> str:
    """In a folder of their own for each first two digits: file systems slow down with very many names in one."""
    return f"{sha256[:2]}/{sha256}"


def _flush(path: Path) -> None:
    """Wait until a file and its name are on disk: the row that tells of it soon will be."""
    for each in (path, path.parent, path.parent.parent):
        descriptor = os.open(each, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


async def _chunks(stream: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    with _reported():
        async for chunk in stream:
            yield chunk


@contextmanager
def _reported() -> Iterator[None]:
    """Turn what the store cannot do now into a ServiceError; its own words name the content, so they are not logged."""
    try:
        yield
    except (BaseError, OSError) as error:
        log.warning("the attachment store failed", error=type(error).__name__)
        if os.strerror(ENOSPC) in str(error):  # obstore has no exception of its own for it
            raise disk_full() from None
        raise ServiceError(ErrorCode.STORE_UNAVAILABLE) from None
