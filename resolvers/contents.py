"""What a file is, told by its content alone: its type, if it is an allowed one, its hash, and a name fit for both."""

import hashlib
import re
import unicodedata
from codecs import getincrementaldecoder
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import PurePosixPath
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import filetype
from filetype.types import archive, image, video

from .checks import HIDDEN

OFFICE = "application/vnd.openxmlformats-officedocument"
DOCUMENT, SHEET = f"{OFFICE}.wordprocessingml.document", f"{OFFICE}.spreadsheetml.sheet"
TEXT = "text/plain"
# The allowed types, and how a file of each may be called; one that is called otherwise gets the first.
ENDINGS = {
    "image/jpeg": (".jpg", ".jpeg"),
    "image/png": (".png",),
    "image/webp": (".webp",),
    "image/heic": (".heic", ".heif"),
    "image/gif": (".gif",),
    "application/pdf": (".pdf",),
    "video/mp4": (".mp4", ".m4v"),
    DOCUMENT: (".docx",),
    SHEET: (".xlsx",),
    TEXT: (".txt", ".csv", ".md", ".log"),
}
MATCHERS = (image.Jpeg(), image.Png(), image.Webp(), image.Heic(), image.Gif(), archive.Pdf(), video.Mp4())
HEAD_BYTES = 8192  # what the matchers look at
ZIP, ZIP_ENTRY = b"PK\x03\x04", b"PK\x01\x02"
MOST_ENTRIES = 10_000  # of an office file: each takes memory to list, and a crafted one has hundreds of thousands
INDEX, INDEX_BYTES = "[Content_Types].xml", 1_048_576  # which an office file begins with, and how much of it is read
# All that office programs write, and all that zipfile unpacks no further than it is read: of bzip2 and LZMA it takes
# whatever a few bytes become, a gigabyte perhaps, at once.
PACKINGS = {ZIP_STORED, ZIP_DEFLATED}
CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")  # of ASCII, but for tabs, line ends and page ends
CHUNK_BYTES = 256 * 1024
MAX_NAME = 200
UNNAMED = "附件"


@dataclass(frozen=True)
class Content:
    """What a file holds."""

    sha256: str
    size: int
    media_type: str


def examine(file: BinaryIO) -> Content | None:
    """Read a file and tell what it holds, or None for a type that is not allowed; slow enough for a thread."""
    media_type = _media_type(file)
    if media_type is None:
        return None
    digest = hashlib.sha256()
    for chunk in _chunks(file):
        digest.update(chunk)
    return Content(digest.hexdigest(), file.tell(), media_type)


def file_name(given: str, media_type: str) -> str:
    """Return the name a file is kept under: no path, nothing invisible, an ending of its type, MAX_NAME letters."""
    last = unicodedata.normalize("NFC", given).replace("\\", "/").rpartition("/")[2]
    shown = "".join(letter for letter in last if unicodedata.category(letter) not in HIDDEN).strip(" .") or UNNAMED
    endings = ENDINGS[media_type]
    ending = PurePosixPath(shown).suffix
    if ending.lower() not in endings:  # a program that hides in a picture must not be called one
        ending = endings[0]
    return shown.removesuffix(ending)[: MAX_NAME - len(ending)] + ending


def _media_type(file: BinaryIO) -> str | None:
    file.seek(0)
    head = file.read(HEAD_BYTES)
    if head.startswith(ZIP):
        return _office_type(file)
    matched = filetype.match(head, MATCHERS)
    if matched is not None:
        return str(matched.mime)
    return TEXT if _is_text(file) else None


def _office_type(file: BinaryIO) -> str | None:
    """The type that an office file's index says; templates and files with macros are others, and not allowed."""
    if sum(chunk.count(ZIP_ENTRY) for chunk in _chunks(file)) > MOST_ENTRIES:
        return None
    try:
        with ZipFile(file) as opened:
            index = _index(opened)
    except Exception:  # noqa: BLE001 - a crafted archive breaks zipfile in every way
        return None
    return next((each for each in (DOCUMENT, SHEET) if f'"{each}.main+xml"'.encode() in index), None)


def _index(opened: ZipFile) -> bytes:
    """What the index begins with; empty when a part is packed otherwise than office programs do it."""
    if any(part.compress_type not in PACKINGS for part in opened.infolist()):
        return b""
    with opened.open(INDEX) as part:
        return part.read(INDEX_BYTES)


def _is_text(file: BinaryIO) -> bool:
    decoder = getincrementaldecoder("utf-8")()
    try:
        if any(CONTROLS.search(decoder.decode(chunk)) for chunk in _chunks(file)):
            return False
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _chunks(file: BinaryIO) -> Iterator[bytes]:
    file.seek(0)
    return iter(partial(file.read, CHUNK_BYTES), b"")
