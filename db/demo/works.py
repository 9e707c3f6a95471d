"""Needs, resources, projects and claims of the demo, in the order in which life makes them."""

from . import projects
from .claims import Claims
from .network import Data, Network


async def load(network: Network, needs: Data, resources: Data, works: Data) -> None:
    """Add everything, let claims take their course, and then end what has ended."""
    for need in needs["needs"]:
        await _add_need(network, need)
    for resource in resources["resources"]:
        await _add_resource(network, resource)
    for project in works["projects"]:
        await projects.add(network, project)
    claims = Claims(network, needs["needs"], works["projects"], resources["resources"])
    for claim in works["claims"]:
        await claims.claim(claim)
    for claim in works["asks"]:
        await claims.ask(claim)
    for project in works["projects"]:
        await projects.finish(network, project)
    for need in needs["needs"]:
        owner = need.get("partner") or need["at"]
        await _finish(network, "need", need, owner)
        await _rate_need(network, need, owner)
    for resource in resources["resources"]:
        await _finish(network, "resource", resource, resource.get("of", network.admin))


async def _add_need(network: Network, data: Data) -> None:
    partner, branch = data.get("partner"), data.get("at")
    grid = branch if ("grid", branch) in network.ids else None
    await network.add(
        "need",
        data["key"],
        data.get("ago", 0),
        owner="PARTNER" if partner else data["owner"],
        partner_id=network.id("partner_unit", partner),
        branch_id=network.id("party_branch", branch),
        topic_id=network.id("topic", data.get("topic")),
        grid_id=network.id("grid", grid),
        community_id=network.id("community", grid.rstrip("123456789") if grid else None),
        title=data["title"],
        description=data["text"],
        category=data["category"],
        quantity=data["quantity"],
        unit=data["unit"],
        beneficiaries=data["beneficiaries"],
        site=data.get("site"),
        needed_by=network.day(data["days"]),
        priority=data.get("priority", "NORMAL"),
        contact_name=data["contact"],
        contact_phone=f"13900001{len(network.ids) % 1000:03}",
        status="DRAFT" if data.get("status") == "DRAFT" else "POSTED",
        created_by=await network.act(partner or branch),
    )


async def _add_resource(network: Network, data: Data) -> None:
    await network.add(
        "resource",
        data["key"],
        data.get("ago", 0),
        partner_id=network.id("partner_unit", data.get("of")),
        community_id=network.id("community", data.get("in")),
        title=data["title"],
        description=data["text"],
        form=data["form"],
        category=data["category"],
        quantity=data["quantity"],
        unit=data["unit"],
        exclusive=data.get("exclusive", False),
        available_from=network.time(data.get("from")),
        available_until=network.time(data.get("until")),
        conditions=data.get("conditions", ""),
        status="DRAFT" if data.get("status") == "DRAFT" else "OFFERED",
        created_by=await network.act(data.get("of", network.admin)),
    )


async def _finish(network: Network, table: str, data: Data, by: str) -> None:
    if "status" in data:
        await network.act(by, data.get("reason", ""))
        await network.move(table, data["key"], data["status"])


async def _rate_need(network: Network, data: Data, by: str) -> None:
    if "rating" in data:
        await network.rate("OWNER_RATES_NEED", data["rating"], by, need_id=network.id("need", data["key"]))
