"""`GET /attachments/{id}`: the file of an attachment, whole or in part, or the word that the client still has it."""

import re
from collections.abc import Mapping
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from db.models import Attachment
from db.viewer import Viewer
from resolvers.attachments import attachment_of
from resolvers.context import Services
from resolvers.errors import ErrorCode

from .http import MOST_DIGITS, RefusedError

RANGE = re.compile(rf"bytes=(\d{{0,{MOST_DIGITS}}})-(\d{{0,{MOST_DIGITS}}})")


async def download(request: Request, services: Services, viewer: Viewer) -> Response:
    """The bytes of an attachment, or those of them that a player asks for."""
    attachment = await attachment_of(services, viewer, request.path_params["id"])
    headers = _headers(attachment)
    if _names(request.headers.get("If-None-Match", ""), headers["ETag"]):
        return Response(status_code=304, headers=headers)
    part = _part(request.headers, headers["ETag"], attachment.size)
    start, stop = part or (0, attachment.size)
    if part:
        headers["Content-Range"] = f"bytes {start}-{stop - 1}/{attachment.size}"
    chunks = await services.store.read(attachment.sha256, start, stop)
    headers["Content-Length"] = str(stop - start)
    return StreamingResponse(chunks, 206 if part else 200, headers, attachment.media_type)


def _headers(attachment: Attachment) -> dict[str, str]:
    return {
        "Content-Disposition": f"attachment; filename*=UTF-8''{quote(attachment.name, safe='')}",
        "X-Content-Type-Options": "nosniff",
        "ETag": f'"{attachment.sha256}"',
        "Cache-Control": "private",
        "Accept-Ranges": "bytes",
    }


def _names(tags: str, tag: str) -> bool:
    """Whether a list of entity tags names the one."""
    return tags.strip() == "*" or tag in {each.strip().removeprefix("W/") for each in tags.split(",")}


def _part(headers: Mapping[str, str], tag: str, size: int) -> tuple[int, int] | None:
    """The first and the end of the bytes asked for; None for all: nothing asked, or in a way that may be ignored."""
    asked = RANGE.fullmatch(headers.get("Range", ""))
    if asked is None or asked[0] == "bytes=-" or headers.get("If-Range", tag) != tag:
        return None
    first, last = asked.groups()
    start = int(first) if first else max(size - int(last), 0)
    stop = min(int(last) + 1, size) if first and last else size
    if start < stop:
        return start, stop
    raise RefusedError(416, ErrorCode.RANGE_NOT_SATISFIABLE, {"Content-Range": f"bytes */{size}"}, size=size)
