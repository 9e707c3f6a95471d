"""Needs, resources, projects and claims of the demo, in the order in which life makes them."""

from .claims import Claims
from .network import Data, Network

READY = ("RUNNING", "DELIVERED", "ACCEPTED", "CLOSED", "PAUSED", "TERMINATED")  # all that have been running


async def load(network: Network, needs: Data, resources: Data, projects: Data) -> None:
    """Add everything, let claims take their course, and then end what has ended."""
    for need in needs["needs"]:
        await _add_need(network, need)
    for resource in resources["resources"]:
        await _add_resource(network, resource)
    for project in projects["projects"]:
        await _add_project(network, project)
    claims = Claims(network, projects["projects"], resources["resources"])
    for claim in projects["claims"]:
        await claims.claim(claim)
    for claim in projects["asks"]:
        await claims.ask(claim)
    await _finish(network, "project", projects["projects"], "lead")
    await _finish(network, "need", needs["needs"], "at")
    await _finish(network, "resource", resources["resources"], "of")


async def _add_need(network: Network, data: Data) -> None:
    partner, branch = data.get("partner"), data.get("at")
    grid = branch if ("grid", branch) in network.ids else None
    await network.add(
        "need",
        data["key"],
        owner="PARTNER" if partner else data["owner"],
        partner_id=network.id("partner_unit", partner),
        branch_id=network.id("party_branch", branch),
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


async def _add_project(network: Network, data: Data) -> None:
    key, lead = data["key"], data["lead"]
    grid = lead if ("grid", lead) in network.ids else None
    project = await network.add(
        "project",
        key,
        branch_id=network.id("party_branch", lead),
        community_id=network.id("community", lead.rstrip("123456789")),
        grid_id=network.id("grid", grid),
        title=data["title"],
        goal=data["goal"],
        deliverables=data["deliverables"],
        budget=data.get("budget"),
        planned_end=network.day(data["days"]),
        status="PLANNED",
        created_by=await network.act(lead),
    )
    for need, quantity in data["lines"].items():
        line = {"project_id": project, "need_id": network.id("need", need), "quantity": quantity}
        await network.add("need_line", f"{key} {need}", **line)
    if data["status"] in READY:
        await network.act(network.admin)
        await network.move("project", key, "RUNNING")


async def _finish(network: Network, table: str, rows: list[Data], by: str) -> None:
    for row in rows:
        if "status" in row:
            await network.act(row[by], row.get("reason", ""))
            await network.move(table, row["key"], row["status"])
