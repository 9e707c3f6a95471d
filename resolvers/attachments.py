"""Attachments as evidence: who may attach a file to what, and what is kept of it."""

from collections.abc import Awaitable, Callable
from functools import partial
from typing import BinaryIO, TypeVar

from sqlalchemy.ext.asyncio import AsyncSession

from db.ids import GlobalId
from db.models import Attachment
from db.models.states import SubjectType
from db.scopes import SUBJECTS
from db.viewer import BY_PREFIX, Viewer

from .contents import Content, file_name
from .context import Services
from .errors import ErrorCode, UserError
from .finding import find, named_by
from .permissions import permit
from .transactions import commit, retried
from .writing import enter

Result = TypeVar("Result")
KINDS = {model: kind for kind, model in SUBJECTS.items()}


async def may_attach(session: AsyncSession, viewer: Viewer, subject: str) -> tuple[SubjectType, GlobalId]:
    """Return what a global id names, if it has states and the viewer may attach to it.

    May: everyone signed in who sees it, but administrators of a region and auditors. Refused: INVALID_ID, also for
    what has no states; NOT_FOUND, as by `find`; FORBIDDEN.
    """
    named = named_by(subject, of=KINDS)
    await find(session, viewer, named.model, subject)
    permit(viewer.role is not None and viewer.role not in BY_PREFIX)
    return KINDS[named.model], named


async def attach(
    services: Services, viewer: Viewer, *, subject: str, file: BinaryIO, content: Content, name: str
) -> Attachment:
    """Keep a file and the row that tells of it, in one transaction once the store has it: no row is without its file.

    Refused: UNAUTHENTICATED, and as `may_attach`, before anything is stored. Raises ServiceError when the store or the
    database cannot do it now.
    """
    await retried(partial(_transact, services, viewer, partial(may_attach, subject=subject)))
    await services.store.put(content.sha256, file)
    work = partial(_tell, subject=subject, content=content, name=file_name(name, content.media_type))
    return await retried(partial(_transact, services, viewer, work))


async def attachment_of(services: Services, viewer: Viewer, id_: str) -> Attachment:
    """Return the attachment of a global id; refuses as `find`."""

    async def work() -> Attachment:
        async with services.writer() as session:
            return await find(session, viewer, Attachment, id_)

    return await retried(work)


async def _tell(session: AsyncSession, viewer: Viewer, *, subject: str, content: Content, name: str) -> Attachment:
    kind, named = await may_attach(session, viewer, subject)
    attachment = Attachment(
        subdistrict_id=named.subdistrict_id,
        subject_type=kind,
        subject_id=named.id,
        sha256=content.sha256,
        media_type=content.media_type,
        size=content.size,
        name=name,
        created_by=viewer.account_id,
    )
    session.add(attachment)
    await session.flush()
    return attachment


async def _transact(
    services: Services, viewer: Viewer, work: Callable[[AsyncSession, Viewer], Awaitable[Result]]
) -> Result:
    """Work in the viewer's name, and commit."""
    async with services.writer() as session:
        if not await enter(session, viewer):
            raise UserError(ErrorCode.UNAUTHENTICATED)
        result = await work(session, viewer)
        await commit(session)
    return result
