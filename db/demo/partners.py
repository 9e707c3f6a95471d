"""Partner units of the demo with their liaisons, service areas and alliances."""

from .network import Data, Network
from .places import add_account

TERM_DAYS = 730


async def load(network: Network, data: Data) -> None:
    """Add the partners, each with an account; all who were not turned away are admitted."""
    for number, partner in enumerate(data["partners"], 1):
        await _add_partner(network, partner, number)
    for alliance in data.get("alliances", ()):
        await _add_alliance(network, alliance)


async def _add_partner(network: Network, data: Data, number: int) -> None:
    key, admin = data["key"], network.admin
    await network.add(
        "partner_unit",
        key,
        name=data["name"],
        kind=data["kind"],
        credit_code=data.get("code"),
        introduction=data["about"],
        liaison_name=data["liaison"],
        liaison_phone=f"1390000{number:04}",
        capacity=data["capacity"],
        status="APPLIED",
        created_by=await network.act(admin),
    )
    role = "DEPARTMENT_OFFICER" if data["kind"] == "DEPARTMENT" else "PARTNER_LIAISON"
    name = f"{data['name'].split('（')[0]}联络员"
    await add_account(network, {"login": key, "role": role, "partner": key, "name": name})
    if data.get("status") not in ("APPLIED", "REJECTED"):
        await network.move("partner_unit", key, "ADMITTED")
    for area in data.get("areas", ()):
        place = {"partner_id": network.id("partner_unit", key), "community_id": network.id("community", area)}
        await network.add("service_area", f"{key} {area}", **place)


async def _add_alliance(network: Network, data: Data) -> None:
    """Add an alliance with its members, and who is invited or has applied."""
    name = data["name"]
    await network.act(network.admin)
    terms = {"purpose": data["purpose"], "founded_on": data["founded_on"], "status": "ACTIVE"}
    await network.add("alliance", name, name=name, branch_id=network.id("party_branch", network.admin), **terms)
    for member in data["members"]:
        await _begin_membership(network, data, member, "INVITED")
        await network.act(member)
        await network.change("membership", f"{name} {member}", status="JOINED", **_consent(network, member, "partner"))
    for member in data.get("invited", ()):
        await _begin_membership(network, data, member, "INVITED")
    for member in data.get("applied", ()):
        await _begin_membership(network, data, member, "APPLIED")


async def _begin_membership(network: Network, data: Data, member: str, status: str) -> None:
    """Let the alliance invite a partner, or the partner apply."""
    name = data["name"]
    by, side = (network.admin, "alliance") if status == "INVITED" else (member, "partner")
    await network.act(by)
    await network.add(
        "membership",
        f"{name} {member}",
        alliance_id=network.id("alliance", name),
        partner_id=network.id("partner_unit", member),
        agreement=f"{name}共建协议：资源共享、需求共商、项目共办，期满续签。",
        starts_on=data["founded_on"],
        ends_on=network.day(TERM_DAYS),
        status=status,
        **_consent(network, by, side),
    )


def _consent(network: Network, login: str, side: str) -> Data:
    return {f"{side}_consent_by": network.id("account", login), f"{side}_consent_at": network.now}


async def finish(network: Network, data: Data) -> None:
    """Take partners to where the data says, after their claims."""
    for partner in data["partners"]:
        if "status" in partner:
            await network.act(network.admin, partner.get("reason", ""))
            await network.move("partner_unit", partner["key"], partner["status"])
