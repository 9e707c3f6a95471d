"""What files are told to be by their content, and what they may be called."""

import hashlib
import tracemalloc
from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_LZMA, ZipFile

import pytest

from resolvers.contents import DOCUMENT, MAX_NAME, SHEET, Content, examine, file_name


def office(media_type: str, comment: bytes = b"") -> bytes:
    """A file of an office program, its parts in the order in which WPS writes them."""
    index = f'<Types><Override PartName="/main.xml" ContentType="{media_type}.main+xml"/></Types>'
    parts = ["_rels/.rels", "docProps/app.xml", "docProps/core.xml", "docProps/custom.xml", "word/main.xml"]
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        archive.comment = comment
        archive.writestr("[Content_Types].xml", index)
        for part in parts:
            archive.writestr(part, "<x/>")
    return file.getvalue()


TYPES = {
    "image/jpeg": b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(100),
    "image/png": b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR" + bytes(100),
    "image/webp": b"RIFF\x24\x00\x00\x00WEBPVP8 " + bytes(100),
    "image/heic": b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic" + bytes(100),
    "image/gif": b"GIF89a\x01\x00\x01\x00" + bytes(100),
    "application/pdf": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + bytes(100),
    "video/mp4": b"\x00\x00\x00\x20ftypisom\x00\x00\x02\x00isomiso2avc1mp41" + bytes(100),
    DOCUMENT: office(DOCUMENT),
    SHEET: office(SHEET),
    "text/plain": "\ufeff电梯停电时，老人上不了楼。\r\n".encode(),
}


@pytest.mark.parametrize("media_type", TYPES)
def test_an_allowed_type_is_told_by_its_content(media_type: str) -> None:
    content = TYPES[media_type]
    digest = hashlib.sha256(content).hexdigest()
    assert examine(BytesIO(content)) == Content(digest, len(content), media_type)


FOREIGN = {
    "a program": b"MZ\x90\x00" + bytes(1000),
    "a program of Linux": b"\x7fELF\x02\x01\x01" + bytes(1000),
    "an archive": office("application/zip"),
    "slides": office("application/vnd.openxmlformats-officedocument.presentationml.presentation"),
    "a document with macros": office("application/vnd.ms-word.document.macroEnabled"),
    "a broken archive": office(DOCUMENT)[:200],
    "an archive with very many entries": office(DOCUMENT, b"PK\x01\x02" * 10_001),
    "an old document": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1000),
    "text in GBK": "电梯停电".encode("gbk"),
    "half a letter": "电梯".encode()[:-1],
    "text with a zero": b"a\x00b",
    "text with an escape": b"\x1b]0;x\x07",
}


@pytest.mark.parametrize("kind", FOREIGN)
def test_another_type_is_not_allowed(kind: str) -> None:
    assert examine(BytesIO(FOREIGN[kind])) is None


def test_text_may_be_longer_than_what_is_read_at_once() -> None:
    text = ("扶手" * 1_000_000).encode()
    assert examine(BytesIO(text)) == Content(hashlib.sha256(text).hexdigest(), 6_000_000, "text/plain")
    assert examine(BytesIO(text + b"\x00")) is None


BOMB_BYTES = 50_000_000


def bomb(packing: int, **lies: int) -> bytes:
    """An office file whose index is 50 MB of blanks, whatever its headers say of it."""
    file = BytesIO()
    with ZipFile(file, "w", packing) as archive:
        archive.writestr("[Content_Types].xml", bytes(BOMB_BYTES))
        for name, value in lies.items():
            setattr(archive.infolist()[0], name, value)
    return file.getvalue()


BOMBS = {
    "bzip2": bomb(ZIP_BZIP2),
    "LZMA": bomb(ZIP_LZMA),
    "deflate": bomb(ZIP_DEFLATED),
    "bzip2 that says it is small": bomb(ZIP_BZIP2, file_size=100),
    "deflate that says it is small": bomb(ZIP_DEFLATED, file_size=100),
    "deflate that says it is huge": bomb(ZIP_DEFLATED, file_size=2**62),
    "deflate whose packed size is another": bomb(ZIP_DEFLATED, compress_size=2**62),
    "bzip2 that says it is deflate": bomb(ZIP_BZIP2, compress_type=ZIP_DEFLATED),
    "deflate that says it is bzip2": bomb(ZIP_DEFLATED, compress_type=ZIP_BZIP2),
    "that lies elsewhere": bomb(ZIP_DEFLATED, header_offset=40),
}


@pytest.mark.parametrize("kind", BOMBS)
def test_what_a_file_would_become_takes_no_memory(kind: str) -> None:
    tracemalloc.start()
    try:
        assert examine(BytesIO(BOMBS[kind])) is None
        assert tracemalloc.get_traced_memory()[1] < BOMB_BYTES / 10
    finally:
        tracemalloc.stop()


def test_an_office_file_with_another_packing_anywhere_is_none() -> None:
    file = BytesIO(office(DOCUMENT))
    with ZipFile(file, "a", ZIP_BZIP2) as archive:
        archive.writestr("word/media/picture.bmp", bytes(BOMB_BYTES))
    assert examine(file) is None


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../etc/passwd.jpg", "passwd.jpg"),
        ("C:\\照片\\现场.JPG", "现场.JPG"),
        ("..", "附件.jpg"),
        ("", "附件.jpg"),
        ("a/", "附件.jpg"),
        (".jpeg", "jpeg.jpg"),
        ("a\r\nSet-Cookie: x\x00.jpg", "aSet-Cookie: x.jpg"),
        ("现场\u202egpj.exe", "现场gpj.exe.jpg"),
        ("run.bat", "run.bat.jpg"),
        ("长" * 500 + ".jpg", "长" * (MAX_NAME - 4) + ".jpg"),
        ("长" * 500, "长" * (MAX_NAME - 4) + ".jpg"),
    ],
)
def test_a_name_is_kept_without_path_and_tricks(given: str, kept: str) -> None:
    assert file_name(given, "image/jpeg") == kept
