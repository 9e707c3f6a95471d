"""Evidence: a statement, or a file that was attached before."""

from sqlalchemy import exists, select
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Attachment, Project, Topic

from .errors import ErrorCode, UserError


async def require_evidence(session: AsyncSession, row: Topic | Project, statement: str) -> None:
    """Refuse with EVIDENCE_REQUIRED what neither a statement nor an attachment shows."""
    attached = exists().where(Attachment.subdistrict_id == row.subdistrict_id, Attachment.subject_id == row.id)
    if not statement and not await session.scalar(select(attached)):
        raise UserError(ErrorCode.EVIDENCE_REQUIRED, "evidence")
