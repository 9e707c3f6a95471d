"""Attachments as evidence: who may attach a file to what, and what is kept of it."""

from collections.abc import Awaitable, Callable
from datetime import date
from functools import partial
from typing import BinaryIO, TypeVar

from sqlalchemy.ext.asyncio import AsyncSession

from db.ids import GlobalId
from db.models import Attachment
from db.models.states import SubjectType
from db.scopes import SUBJECTS
from db.settings import Settings
from db.viewer import BY_PREFIX, Viewer

from .contents import Content, file_name
from .context import Services
from .errors import ErrorCode, ServiceError, UserError
from .finding import find, named_by
from .permissions import permit
from .quotas import give_back, require_room, spend
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
    """Keep a file, and the row that tells of it once the store has it: no row is without its file.

    Refused: UNAUTHENTICATED, as `may_attach`, QUOTA_EXCEEDED, before anything is stored. Raises ServiceError when the
    store or the database cannot do it now.
    """
    settings, size = services.settings, content.size
    admit = partial(_admit, subject=subject, settings=settings, size=size)
    day = await retried(partial(_transact, services, viewer, admit))
    try:
        await services.store.put(content.sha256, file)
    except ServiceError:
        await retried(partial(_transact, services, viewer, partial(give_back, day=day, size=size)))
        raise
    work = partial(_tell, subject=subject, content=content, name=file_name(name, content.media_type))
    return await retried(partial(_transact, services, viewer, work))


async def expect(services: Services, viewer: Viewer, size: int) -> None:
    """Refuse, before it is read, a file of at least that size: UNAUTHENTICATED, QUOTA_EXCEEDED."""
    work = partial(require_room, settings=services.settings, size=size)
    await retried(partial(_transact, services, viewer, work))


async def attachment_of(services: Services, viewer: Viewer, id_: str) -> Attachment:
    """Return the attachment of a global id; refuses as `find`."""

    async def work() -> Attachment:
        async with services.writer() as session:
            return await find(session, viewer, Attachment, id_)

    return await retried(work)


async def _admit(session: AsyncSession, viewer: Viewer, *, subject: str, settings: Settings, size: int) -> date:
    """The day on which a file counts that may be stored."""
    await may_attach(session, viewer, subject)
    return await spend(session, viewer, settings=settings, size=size)


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
