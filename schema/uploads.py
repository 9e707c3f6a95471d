"""The routes of attachments, and `POST /attachments`: a form with a file and what it is evidence of."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC
from email.utils import format_datetime
from urllib.parse import quote

import orjson
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route
from starlette.types import Message, Receive, Scope, Send

from db.ids import GlobalId
from db.models import Attachment
from db.viewer import Viewer
from resolvers.attachments import attach, expect
from resolvers.contents import Content, examine
from resolvers.context import Services
from resolvers.errors import ErrorCode, ServiceError, UserError

from .downloads import download
from .http import MOST_DIGITS, RefusedError, json_response, not_allowed, viewer_of

PATH = "/attachments"
FORM_BYTES = 16_384  # what a form may have around its file: boundaries, headers, the subject
SUBJECT_BYTES = 1024  # of the form's other field; a global id has 44
STATUSES = {
    ErrorCode.INVALID_ID: 400,
    ErrorCode.UNAUTHENTICATED: 401,
    ErrorCode.FORBIDDEN: 403,
    ErrorCode.NOT_FOUND: 404,
    ErrorCode.QUOTA_EXCEEDED: 429,
}


def upload_routes(services: Services) -> list[BaseRoute]:
    """The routes of attachments; an id in a path may hold slashes, as base64 does."""
    return [
        Route(PATH, Answering("POST", services, _upload)),
        Route(PATH + "/{id:path}", Answering("GET", services, download)),
    ]


@dataclass(frozen=True)
class Answering:
    """The one method of a path, as an ASGI app; what it refuses is answered as everywhere."""

    method: str
    services: Services
    answer: Callable[[Request, Services, Viewer], Awaitable[Response]]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        try:
            response = await self._answer(Request(scope, receive))
        except RefusedError as error:
            response = error.response(scope)
        except UserError as error:
            response = _refused(error).response(scope)
        except ServiceError as error:
            response = RefusedError(503, error.code, **error.params).response(scope)
        await response(scope, receive, send)

    async def _answer(self, request: Request) -> Response:
        if request.method != self.method:
            raise not_allowed(self.method)
        viewer = await viewer_of(dict(request.scope["headers"]), self.services.tokens)
        return await self.answer(request, self.services, viewer)


async def _upload(request: Request, services: Services, viewer: Viewer) -> Response:
    """Attach the form's `file` to its `subject`."""
    if viewer.role is None:
        raise UserError(ErrorCode.UNAUTHENTICATED)
    most = services.settings.attachment_max_bytes
    await expect(services, viewer, max(_length(request, most) - FORM_BYTES, 1))
    async with _form(request, most) as form:
        subject, file = _parts(form)
        content = await _content(file, most)
        attachment = await attach(
            services, viewer, subject=subject, file=file.file, content=content, name=file.filename or ""
        )
    id_ = str(GlobalId(Attachment, attachment.subdistrict_id, attachment.id))
    body = orjson.dumps({"id": id_, **_shown(attachment)})
    return json_response(body, 201, {"Location": f"{PATH}/{quote(id_, safe='')}"})


def _shown(attachment: Attachment) -> dict[str, str | int]:
    return {
        "sha256": attachment.sha256,
        "mediaType": attachment.media_type,
        "size": attachment.size,
        "name": attachment.name,
    }


@asynccontextmanager
async def _form(request: Request, most: int) -> AsyncIterator[FormData]:
    """The form of a request, its file on disk from one megabyte on; a longer one is not read to its end."""
    if not request.headers.get("Content-Type", "").lower().startswith("multipart/form-data"):
        raise RefusedError(415, ErrorCode.UNSUPPORTED_MEDIA_TYPE, type="multipart/form-data")
    bounded = Request(request.scope, _bounded(request.receive, most))
    try:
        form = await bounded.form(max_files=1, max_fields=1, max_part_size=SUBJECT_BYTES)
    except (HTTPException, ClientDisconnect, ValueError) as error:  # the last of an odd `charset`
        raise _no_form() from error
    try:
        yield form
    finally:
        await form.close()


def _length(request: Request, most: int) -> int:
    """What the request says of its length; 0 if nothing."""
    length = request.headers.get("Content-Length", "0")
    if not length.isdecimal() or len(length) > MOST_DIGITS or int(length) > most + FORM_BYTES:
        raise _too_large(most)
    return int(length)


def _bounded(receive: Receive, most: int) -> Receive:
    read = 0

    async def receive_some() -> Message:
        nonlocal read
        message = await receive()
        read += len(message.get("body", b""))
        if read > most + FORM_BYTES:
            raise _too_large(most)
        return message

    return receive_some


def _parts(form: FormData) -> tuple[str, UploadFile]:
    subject, file = form.get("subject"), form.get("file")
    if not isinstance(subject, str) or not isinstance(file, UploadFile):
        raise _no_form()
    return subject, file


async def _content(file: UploadFile, most: int) -> Content:
    if not file.size:
        raise RefusedError(400, ErrorCode.EMPTY_FILE)
    if file.size > most:
        raise _too_large(most)
    content = await asyncio.to_thread(examine, file.file)
    if content is None:
        raise RefusedError(415, ErrorCode.UNSUPPORTED_TYPE)
    return content


def _refused(error: UserError) -> RefusedError:
    headers = {"WWW-Authenticate": "Bearer"} if error.code is ErrorCode.UNAUTHENTICATED else {}
    if error.code is ErrorCode.QUOTA_EXCEEDED:  # the connection closes: the body may not have been read
        again = error.params["again"].astimezone(UTC)
        headers = {"Retry-After": format_datetime(again, usegmt=True), "Connection": "close"}
    return RefusedError(STATUSES[error.code], error.code, headers, **error.params)


def _no_form() -> RefusedError:
    return RefusedError(400, ErrorCode.INVALID_REQUEST, problem="Send a form with one `subject` and one `file`.")


def _too_large(most: int) -> RefusedError:
    return RefusedError(413, ErrorCode.TOO_LARGE, {"Connection": "close"}, most=most)
