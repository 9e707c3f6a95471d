"""Evidence: a statement, or a file that the side which handles it attached since it took it up."""

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Project, Topic

from .errors import ErrorCode, UserError


async def require_evidence(session: AsyncSession, row: Topic | Project, statement: str) -> None:
    """Refuse with EVIDENCE_REQUIRED what neither a statement nor an attachment shows."""
    if not await session.scalar(select(func.is_shown(row.subdistrict_id, row.id, statement))):
        raise UserError(ErrorCode.EVIDENCE_REQUIRED, "evidence")
