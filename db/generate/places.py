"""A subdistrict's communities, grids, party branches and policy, and the accounts that act for them."""

from .entries import add_subcategories
from .rows import NULL, Rows, stamp
from .texts import ESTATES, PLACES, numeral
from .things import Branch, Place

CODE_PREFIX = "99"  # no division has a code that begins so
NUMBERS = 10_000_000  # what the seven digits behind the prefix can tell apart
GRIDS_PER_COMMUNITY = 10
COMMUNITIES = 999  # three digits
BUILDING_GROUP_EVERY = 5
RESIDENTS = 4  # accounts in each community
REQUIRED = ("RESIDENT", "OWNERS_COMMITTEE", "PROPERTY_MANAGER", "GRID_INSTRUCTOR", "COMMUNITY_SECRETARY")


def division_code(number: int) -> str:
    """Return the code of a generated subdistrict."""
    return f"{CODE_PREFIX}{number:07}"


def settle(rows: Rows, number: int, grids: int) -> Place:
    """Add the subdistrict and everything in it that does not move."""
    name = f"{PLACES[number % len(PLACES)]}街道"
    rows.add("subdistrict", rows.subdistrict, division_code(number), name)
    _add_policy(rows)
    committee = _branch(rows, "SUBDISTRICT", f"{name}党工委", NULL, NULL, NULL)
    admin = account(rows, f"g{number}", f"{name}管理员", "SUBDISTRICT_ADMIN")
    deputy = account(rows, f"g{number}-2", f"{name}党工委值班管理员", "SUBDISTRICT_ADMIN")
    middle = (rows.random.uniform(100, 120), rows.random.uniform(24, 42))
    place = Place(number, admin, Branch(committee, deputy, admin, place=name), middle)
    place.subcategories = add_subcategories(rows)
    communities = min(-(-grids // GRIDS_PER_COMMUNITY), COMMUNITIES)
    for index in range(communities):
        _add_community(rows, place, index, range(index, grids, communities))
    return place


def account(rows: Rows, login: str, name: str, role: str, **scope: str) -> str:
    """Add an account without a password: a forgotten generated database lets nobody in."""
    made = rows.id(0)
    within = (scope.get(key, NULL) for key in ("community", "branch", "partner"))
    rows.add("account", made, login, name, role, rows.subdistrict, *within, stamp(0))
    return made


def _add_policy(rows: Rows) -> None:
    policy = rows.id(0)
    rows.add("policy", rows.subdistrict, policy, stamp(0))
    for role in REQUIRED:
        rows.add("required_role", rows.subdistrict, rows.id(0), policy, role)


def _branch(rows: Rows, level: str, name: str, parent: str, community: str, grid: str) -> str:
    made = rows.id(0)
    rows.add("party_branch", rows.subdistrict, made, level, name, parent, community, grid)
    return made


def _add_community(rows: Rows, place: Place, index: int, grids: range) -> None:
    again = index // len(PLACES)
    where = PLACES[(place.number * 7 + index) % len(PLACES)] + (numeral(again + 1) if again else "")
    name = f"{where}社区"
    community = rows.id(0)
    rows.add("community", rows.subdistrict, community, f"{division_code(place.number)}{index + 1:03}", name)
    branch = _branch(rows, "COMMUNITY", f"{name}党委", place.committee.id, community, NULL)
    login = f"g{place.number}-c{index + 1:03}"
    secretary = account(rows, login, f"{name}党委书记", "COMMUNITY_SECRETARY", community=community)
    place.communities.append(Branch(branch, secretary, place.admin, community, place=name))
    place.residents += [account(rows, f"{login}-r{n}", f"{name}居民", "RESIDENT") for n in range(1, RESIDENTS + 1)]
    for position, grid in enumerate(grids, 1):
        _add_grid(rows, place, place.communities[-1], position, grid + 1)


def _add_grid(rows: Rows, place: Place, community: Branch, position: int, number: int) -> None:
    random, grid = rows.random, rows.id(0)
    name = f"{community.place}第{numeral(position)}网格"
    households = random.randint(180, 620)
    people = (households, int(households * random.uniform(2.1, 3.0)))
    point = (round(middle + random.uniform(-0.02, 0.02), 6) for middle in place.middle)
    rows.add("grid", rows.subdistrict, grid, community.community, position, name, *people, *point)
    branch = _branch(rows, "GRID", f"{name}党支部", community.id, community.community, grid)
    login = f"g{place.number}-{number:04}"
    secretary = account(rows, login, f"{name}党支部书记", "GRID_SECRETARY", branch=branch)
    place.grids.append(Branch(branch, secretary, community.account, community.community, grid, name))
    if number % BUILDING_GROUP_EVERY == 0:
        building = f"{name}{random.choice(ESTATES)}{random.randint(1, 30)}号楼党小组"
        _branch(rows, "BUILDING", building, branch, community.community, grid)
