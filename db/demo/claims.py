"""Claims of the demo: proposed by one side, answered by the other, delivered, and taken as far as the data says."""

from datetime import datetime
from typing import Literal

from ..machines import WorkingDays
from ..models.states import SubjectType
from .clocks import when
from .network import Data, Network, way

Side = Literal["partner", "branch", "receiver"]
Sides = dict[Side, str]  # by which account each side acts
RATINGS: dict[Side, str] = {"receiver": "BRANCH_RATES_PARTNER", "partner": "PARTNER_RATES_BRANCH"}


class Claims:
    """Makes claims between partners and the branches that lead projects."""

    def __init__(self, network: Network, needs: list[Data], projects: list[Data], resources: list[Data]) -> None:
        self._network = network
        self._projects = {project["key"]: project for project in projects}
        self._owners = {resource["key"]: resource.get("of") for resource in resources}
        self._receivers = {need["key"]: need.get("partner") for need in needs}

    async def claim(self, data: Data) -> None:
        """Let a partner claim a need, as `claims` in the data."""
        await self._make(data, data["partner"], data.get("with"), "partner")

    async def ask(self, data: Data) -> None:
        """Let a branch claim a resource, as `asks` in the data."""
        await self._make(data, self._owners[data["resource"]], data["resource"], "branch")

    async def _make(self, data: Data, partner: str | None, resource: str | None, proposer: Side) -> None:
        network, key = self._network, f"claim {len(self._network.ids)}"
        branch = self._projects[data["on"]]["lead"] if "on" in data else data["at"]
        receiver = self._receivers[self._need(data)] or branch
        sides: Sides = {"partner": partner or network.admin, "branch": branch, "receiver": receiver}
        began, by = network.past(data.get("ago", 0)), await network.act(sides[proposer])
        await network.add(
            "claim",
            key,
            data.get("ago", 0),
            direction="PARTNER_CLAIMS_NEED" if proposer == "partner" else "BRANCH_CLAIMS_RESOURCE",
            partner_id=network.id("partner_unit", partner),
            branch_id=network.id("party_branch", branch),
            resource_id=network.id("resource", resource),
            resource_quantity=data.get("amount", data["quantity"]) if resource else None,
            quantity=data["quantity"],
            plan=data["plan"],
            expires_at=when(began, WorkingDays(network.policy.consent_days)),
            status="PROPOSED",
            created_by=by,
            **self._subject(data),
            **self._window(data),
            **self._consent(sides, proposer, began),
        )
        await self._proceed(key, data, sides, proposer)
        await self._rate(key, data, sides)

    def _need(self, data: Data) -> str:
        """Return the key of the need; a claim on a project with one line doesn't say it."""
        need: str = data.get("need") or next(iter(self._projects[data["on"]]["lines"]))
        return need

    def _subject(self, data: Data) -> Data:
        """Return the need, and the project and line when the claim is on one."""
        network, need = self._network, self._need(data)
        if "on" not in data:
            return {"need_id": network.id("need", need)}
        project = data["on"]
        line = network.id("need_line", f"{project} {need}")
        return {"need_id": network.id("need", need), "need_line_id": line, "project_id": network.id("project", project)}

    def _window(self, data: Data) -> Data:
        if "window" not in data:
            return {}
        days, hour, hours = data["window"]
        return {"starts_at": self._network.time(days, hour), "ends_at": self._network.time(days, hour + hours)}

    def _consent(self, sides: Sides, side: Side, at: datetime) -> Data:
        return {f"{side}_consent_by": self._network.id("account", sides[side]), f"{side}_consent_at": at}

    async def _proceed(self, key: str, data: Data, sides: Sides, proposer: Side) -> None:
        """Take a claim to its state, each step by the side whose it is, the last with the reason."""
        other: Side = "branch" if proposer == "partner" else "partner"
        answers: dict[str, Side] = {"ACCEPTED": other, "DECLINED": other, "WITHDRAWN": proposer}
        answers |= {"ACTIVE": "partner", "DELIVERED": "partner", "CONFIRMED": "receiver", "DEFAULTED": "receiver"}
        for status in way(SubjectType.CLAIM, "PROPOSED", data["status"]):
            reason = data.get("reason", "") if status == data["status"] else ""
            await self._network.act(None if status == "EXPIRED" else sides[answers[status]], reason)
            consent = self._consent(sides, other, self._network.now) if status == "ACCEPTED" else {}
            await self._network.change("claim", key, status=status, **consent)
            if status == "ACTIVE":
                await self._deliver(key, data, sides)

    async def _deliver(self, key: str, data: Data, sides: Sides) -> None:
        """Add what has been delivered so far."""
        network = self._network
        for quantity, evidence in data.get("delivered", ()):
            await network.add(
                "fulfilment",
                f"{key} {evidence}",
                claim_id=network.id("claim", key),
                quantity=quantity,
                delivered_on=network.day(0),
                evidence=evidence,
                created_by=network.id("account", sides["partner"]),
            )

    async def _rate(self, key: str, data: Data, sides: Sides) -> None:
        """Add what each side says of the other."""
        network = self._network
        for by, side in RATINGS.items():
            if by in data.get("ratings", {}):
                account = sides[by]
                await network.rate(side, data["ratings"][by], account, claim_id=network.id("claim", key))
