"""All pairs of a subdistrict that a plan may choose from: the best resources of every open need, in one statement."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from db.matching.asking import whole_network

STATEMENT_TIMEOUT = "60s"  # thousands of needs are ranked at once


@dataclass(frozen=True, slots=True)
class Candidate:
    """A need and a resource within all limits; scores of 0 to 1 from the need's and from the giver's side, and why."""

    need_id: UUID
    resource_id: UUID
    partner_id: UUID | None
    score: float
    giver_score: float
    because: str
    because_english: str


async def gather(session: AsyncSession, subdistrict_id: UUID, per_need: int) -> list[Candidate]:
    """Return at most `per_need` candidates of every open need of the subdistrict, the best ones by the need's score."""
    await session.execute(text(f"SET LOCAL statement_timeout = '{STATEMENT_TIMEOUT}'"))
    statement = text(whole_network(session.info["weights"]))
    found = await session.execute(statement, {"subdistrict": subdistrict_id, "per_need": per_need})
    return [Candidate(*row) for row in found]
