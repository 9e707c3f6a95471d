"""How many attachments, and of how many bytes in all, an account may add on one day in China."""

from datetime import date, datetime, timedelta

from sqlalchemy import update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import AttachmentUse
from db.settings import Settings
from db.viewer import Viewer

from .errors import ErrorCode, UserError
from .moments import CHINA, today


async def require_room(session: AsyncSession, viewer: Viewer, *, settings: Settings, size: int) -> None:
    """Refuse with QUOTA_EXCEEDED an attachment of at least that size for which there is no room now."""
    _require(await session.get(AttachmentUse, viewer.account_id), settings, size)


async def spend(session: AsyncSession, viewer: Viewer, *, settings: Settings, size: int) -> date:
    """Count an attachment and return on which day; QUOTA_EXCEEDED. Another of the account waits for the end of this."""
    nothing = {"day": today(), "files": 0, "bytes": 0}
    first = insert(AttachmentUse).values(account_id=viewer.account_id, **nothing)
    await session.execute(first.on_conflict_do_nothing())
    use = await session.get_one(AttachmentUse, viewer.account_id, with_for_update=True)
    _require(use, settings, size)
    if use.day < today():
        use.day, use.files, use.bytes = today(), 0, 0
    use.files += 1
    use.bytes += size
    return use.day


async def give_back(session: AsyncSession, viewer: Viewer, *, day: date, size: int) -> None:
    """Forget an attachment that was counted on that day and then could not be kept."""
    same = (AttachmentUse.account_id == viewer.account_id) & (AttachmentUse.day == day)
    less = {"files": AttachmentUse.files - 1, "bytes": AttachmentUse.bytes - size}
    await session.execute(update(AttachmentUse).where(same).values(less))


def _require(use: AttachmentUse | None, settings: Settings, size: int) -> None:
    files, spent = (use.files, use.bytes) if use is not None and use.day >= today() else (0, 0)
    most, most_bytes = settings.attachments_per_day, settings.attachment_bytes_per_day
    if files < most and spent + size <= most_bytes:
        return
    midnight = datetime.combine(today() + timedelta(days=1), datetime.min.time(), CHINA)
    raise UserError(ErrorCode.QUOTA_EXCEEDED, files=most, bytes=most_bytes, again=midnight)
