"""Places of the demo: the subdistrict, communities, grids, party branches, and the accounts of those who lead them."""

from .network import Data, Network

ORDINALS = "一二三四五六七八九"


async def load(network: Network, data: Data) -> None:
    """Add the subdistrict with all that is in it."""
    key, name = data["key"], _plain(data["name"])
    await network.open(key, code=data["code"], name=data["name"])
    network.admin = key
    await network.add("party_branch", key, level="SUBDISTRICT", name=f"{name}党工委")
    await add_account(network, {"login": key, "role": "SUBDISTRICT_ADMIN", "name": f"{name}管理员"})
    for community in data["communities"]:
        await _add_community(network, community, parent=key)
    for account in data["accounts"]:
        await add_account(network, account)


async def add_account(network: Network, data: Data) -> None:
    """Add an account that may sign in with the demo password."""
    await network.add(
        "account",
        data["login"],
        login=data["login"],
        display_name=data["name"],
        role=data["role"],
        community_id=network.id("community", data.get("community")),
        branch_id=network.id("party_branch", data.get("branch")),
        partner_id=network.id("partner_unit", data.get("partner")),
        code_prefix=data.get("prefix"),
        password_hash=network.password_hash,
    )


async def _add_community(network: Network, data: Data, parent: str) -> None:
    key, name = data["key"], _plain(data["name"])
    community = await network.add("community", key, code=data["code"], name=data["name"])
    place = {"community_id": community, "parent_id": network.id("party_branch", parent)}
    await network.add("party_branch", key, level="COMMUNITY", name=f"{name}党委", **place)
    secretary = {"login": key, "role": "COMMUNITY_SECRETARY", "community": key, "name": f"{name}党委书记"}
    await add_account(network, secretary)
    for number, figures in enumerate(data["grids"], 1):
        await _add_grid(network, data, number, figures)
    for building in data.get("buildings", ()):
        parent = f"{key}{building['grid']}"
        place = {"community_id": community, "grid_id": network.id("grid", parent)}
        place["parent_id"] = network.id("party_branch", parent)
        await network.add("party_branch", building["name"], level="BUILDING", name=building["name"], **place)


async def _add_grid(network: Network, community: Data, number: int, figures: list[float]) -> None:
    key, within = f"{community['key']}{number}", network.id("community", community["key"])
    name = f"{_plain(community['name'])}第{ORDINALS[number - 1]}网格"
    households, residents, longitude, latitude = figures
    people = {"households": households, "residents": residents, "longitude": longitude, "latitude": latitude}
    grid = await network.add("grid", key, community_id=within, number=number, name=name, **people)
    place = {"community_id": within, "grid_id": grid, "parent_id": network.id("party_branch", community["key"])}
    await network.add("party_branch", key, level="GRID", name=f"{name}党支部", **place)
    await add_account(network, {"login": key, "role": "GRID_SECRETARY", "branch": key, "name": f"{name}党支部书记"})


def _plain(name: str) -> str:
    """Return a name without the mark that it is made up, for names made from it."""
    return name.split("（", maxsplit=1)[0]
