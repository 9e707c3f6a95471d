"""Claims of the demo: proposed by one side, answered by the other, and taken as far as the data says."""

from typing import Literal

from ..models.states import SubjectType
from .network import Data, Network, way

ANSWER_DAYS, CLOSING_HOUR = 3, 18  # until then a proposal may be answered
Side = Literal["partner", "branch"]
Sides = dict[Side, str]  # by which account each side acts


class Claims:
    """Makes claims between partners and the branches that lead projects."""

    def __init__(self, network: Network, projects: list[Data], resources: list[Data]) -> None:
        self._network = network
        self._projects = {project["key"]: project for project in projects}
        self._owners = {resource["key"]: resource.get("of") for resource in resources}

    async def claim(self, data: Data) -> None:
        """Let a partner claim a need, as `claims` in the data."""
        await self._make(data, data["partner"], data.get("with"), "partner")

    async def ask(self, data: Data) -> None:
        """Let a branch claim a resource, as `asks` in the data."""
        await self._make(data, self._owners[data["resource"]], data["resource"], "branch")

    async def _make(self, data: Data, partner: str | None, resource: str | None, proposer: Side) -> None:
        network, key = self._network, f"claim {len(self._network.ids)}"
        branch = self._projects[data["on"]]["lead"] if "on" in data else data["at"]
        sides: Sides = {"partner": partner or network.admin, "branch": branch}
        by = await network.act(sides[proposer])
        await network.add(
            "claim",
            key,
            direction="PARTNER_CLAIMS_NEED" if proposer == "partner" else "BRANCH_CLAIMS_RESOURCE",
            partner_id=network.id("partner_unit", partner),
            branch_id=network.id("party_branch", branch),
            resource_id=network.id("resource", resource),
            resource_quantity=data.get("amount", data["quantity"]) if resource else None,
            quantity=data["quantity"],
            plan=data["plan"],
            expires_at=network.time(ANSWER_DAYS, CLOSING_HOUR),
            status="PROPOSED",
            created_by=by,
            **self._subject(data),
            **self._window(data),
            **self._consent(sides, proposer),
        )
        await self._proceed(key, data, sides, proposer)

    def _subject(self, data: Data) -> Data:
        """Return the need, and the project and line when the claim is on one."""
        network = self._network
        if "on" not in data:
            return {"need_id": network.id("need", data["need"])}
        project = data["on"]
        need = data.get("need") or next(iter(self._projects[project]["lines"]))
        line = network.id("need_line", f"{project} {need}")
        return {"need_id": network.id("need", need), "need_line_id": line, "project_id": network.id("project", project)}

    def _window(self, data: Data) -> Data:
        if "window" not in data:
            return {}
        days, hour, hours = data["window"]
        return {"starts_at": self._network.time(days, hour), "ends_at": self._network.time(days, hour + hours)}

    def _consent(self, sides: Sides, side: Side) -> Data:
        account = self._network.id("account", sides[side])
        return {f"{side}_consent_by": account, f"{side}_consent_at": self._network.now}

    async def _proceed(self, key: str, data: Data, sides: Sides, proposer: Side) -> None:
        """Take a claim to its state, each step by the side whose it is, the last with the reason."""
        other: Side = "branch" if proposer == "partner" else "partner"
        answers: dict[str, Side] = {"ACCEPTED": other, "DECLINED": other, "WITHDRAWN": proposer, "DELIVERED": "partner"}
        for status in way(SubjectType.CLAIM, "PROPOSED", data["status"]):
            reason = data.get("reason", "") if status == data["status"] else ""
            await self._network.act(None if status == "EXPIRED" else sides[answers.get(status, "branch")], reason)
            consent = self._consent(sides, other) if status == "ACCEPTED" else {}
            await self._network.change("claim", key, status=status, **consent)
