"""A hand-made past of a small network: what opened, was claimed, answered and rated, told in days before today."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import asyncpg
from make import Network, make_need, make_network, make_resource, open_session
from sqlalchemy.ext.asyncio import AsyncSession

from db.addresses import Addresses
from db.models import Claim, Need, Resource
from db.models.states import ClaimStatus, Role

MOVE = "UPDATE transition SET at = $3 WHERE subject_id = $1 AND to_status = $2"
RATE = """
INSERT INTO evaluation (subdistrict_id, side, claim_id, solved, satisfied, score, created_at, created_by)
VALUES ($1, 'BRANCH_RATES_PARTNER', $2, true, true, $3, $4, $5)
"""
RATED = "UPDATE evaluation SET created_at = $2 WHERE claim_id = $1"
TODAY = datetime.now(UTC)


def ago(days: float) -> datetime:
    return TODAY - timedelta(days=days)


@dataclass
class History:
    """Everything of one network; `settle` moves what happened to its times, which the triggers took down as now."""

    addresses: Addresses
    session: AsyncSession
    network: Network
    times: list[tuple[UUID, str, datetime]] = field(default_factory=list)

    async def need(self, days: float, **values: Any) -> Need:
        need = await make_need(self.session, self.network.branch, **{"quantity": 1000} | values)
        self.times.append((need.id, "POSTED", ago(days)))
        return need

    async def resource(self, days: float, **values: Any) -> Resource:
        resource = await make_resource(self.session, self.network.partner, **{"quantity": 1000} | values)
        self.times.append((resource.id, "OFFERED", ago(days)))
        return resource

    async def claim(self, need: Need, resource: Resource, days: float, status: str = "ACCEPTED", **more: Any) -> Claim:
        """The branch claims a resource for a need; the partner answers half a day later."""
        claim = Claim(**{**self._terms(need, resource), **more})
        self.session.add(claim)
        await self.session.flush()
        claim.partner_consent_by = self.network.accounts[Role.PARTNER_LIAISON].id if status == "ACCEPTED" else None
        claim.partner_consent_at = ago(0) if status == "ACCEPTED" else None
        claim.status = ClaimStatus(status)
        await self.session.flush()
        self.times += [(claim.id, "PROPOSED", ago(days)), (claim.id, status, ago(days - 0.5))]
        return claim

    def _terms(self, need: Need, resource: Resource) -> dict[str, Any]:
        ids = {"need_id": need.id, "resource_id": resource.id, "partner_id": resource.partner_id}
        by = {"branch_id": self.network.branch.id, "branch_consent_by": self.network.accounts[Role.GRID_SECRETARY].id}
        terms = {"direction": "BRANCH_CLAIMS_RESOURCE", "status": "PROPOSED", "branch_consent_at": ago(0)}
        return {"subdistrict_id": need.subdistrict_id, "quantity": 1, "resource_quantity": 1, **ids, **by, **terms}

    async def settle(self) -> None:
        await self.session.commit()
        for change in self.times:
            await self.behind(MOVE, *change)

    async def rate(self, claim: Claim, score: int, days: float) -> None:
        by = self.network.accounts[Role.GRID_SECRETARY].id
        await self.behind(RATE, claim.subdistrict_id, claim.id, score, ago(days), by)

    async def behind(self, statement: str, *values: object) -> None:
        """A statement behind the triggers' back, which only a superuser may do."""
        connection = await asyncpg.connect(self.addresses.owner.url.replace("red_partners_owner", "postgres", 1))
        try:
            await connection.execute("SET session_replication_role = replica")
            await connection.execute(statement, *values)
        finally:
            await connection.close()


@asynccontextmanager
async def open_history(addresses: Addresses) -> AsyncIterator[History]:
    """A network without any past, but for its partner, which has long been there."""
    async with open_session(addresses.owner) as session:
        history = History(addresses, session, await make_network(session))
        history.times += [(history.network.partner.id, status, ago(1000)) for status in ("APPLIED", "ADMITTED")]
        yield history
