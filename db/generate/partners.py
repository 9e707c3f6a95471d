"""Partner units with their liaisons, service areas and alliances."""

from random import Random

from .clocks import Deadline, add_deadline
from .credit import credit_code
from .places import account, division_code
from .rows import DAY, NULL, SPAN, Rows, Step, date, stamp
from .texts import PARTNERS, PLACES, REGISTERED, numeral
from .things import Partner, Place
from .workdays import end_of_day

PROJECTS_PER_PARTNER = 50
FEWEST = 8
FIRST = 4  # these stay admitted, so that there is always somebody to claim
APPLYING = 90 * DAY  # all apply within it, and are admitted long before anybody claims
KINDS = tuple(PARTNERS)
CAREERS: tuple[tuple[float, tuple[str, ...]], ...] = (
    (0.90, ("ADMITTED",)),
    (0.93, ("ADMITTED", "SUSPENDED")),
    (0.95, ("ADMITTED", "SUSPENDED", "EXITED")),
    (0.97, ("ADMITTED", "SUSPENDED", "ADMITTED")),
    (0.98, ("REJECTED",)),
    (1.00, ()),
)
CAPACITY = 5
SPARE = 11
INVITED, STAYED = 0.1, 0.95  # parts of the members: not yet joined, and with them all that have not left
ALLIANCES = (("物业服务党建联盟", "物业、社区、业主一起议事"), ("惠老助幼党建联盟", "一老一小服务就近接力"))


def recruit(rows: Rows, place: Place, projects: int) -> list[Partner]:
    """Make the partners and their accounts; their rows wait until the claims are known."""
    return [_partner(rows, place, index) for index in range(max(FEWEST, projects // PROJECTS_PER_PARTNER))]


def _partner(rows: Rows, place: Place, index: int) -> Partner:
    random = rows.random
    kind = KINDS[index % len(KINDS)]
    again = index // len(PLACES)
    where = PLACES[(place.number + index) % len(PLACES)] + (numeral(again + 1) if again else "")
    name = random.choice(PARTNERS[kind]).format(where)
    applied = int(random.random() * APPLYING)
    made = rows.id(applied)
    role = "DEPARTMENT_OFFICER" if kind == "DEPARTMENT" else "PARTNER_LIAISON"
    liaison = account(rows, f"g{place.number}-p{index + 1:04}", f"{name}联络员", role, partner=made)
    steps = _career(random, place.admin, applied, settled=index < FIRST)
    return Partner(made, liaison, name, kind, _code(place, kind, index), steps)


def _code(place: Place, kind: str, index: int) -> str:
    """Return the credit code of a kind that is registered; its division is one that does not exist."""
    register = REGISTERED.get(kind)
    number = place.number % 1000 * 100_000 + index
    return credit_code(register, division_code(place.number)[:6], number) if register else NULL


def _career(random: Random, admin: str, applied: int, *, settled: bool) -> list[Step]:
    draw = 0.0 if settled else random.random()
    states = next(states for below, states in CAREERS if draw <= below)
    steps = [(applied, "APPLIED", admin)]
    steps += [(applied + DAY + int(random.random() * 20 * DAY), status, admin) for status in states[:1]]
    late = SPAN - 30 * DAY
    return [*steps, *((late + weeks * 7 * DAY, status, admin) for weeks, status in enumerate(states[1:]))]


def add_partner(rows: Rows, place: Place, partner: Partner, index: int) -> None:
    """Add the row of a partner whose claims are known, and where it serves."""
    capacity = max(CAPACITY, partner.carrying) + int(rows.random.random() * SPARE)
    rows.add(
        *("partner_unit", rows.subdistrict, partner.id, partner.name, partner.kind, partner.code),
        *(f"{partner.name}，愿为居民提供力所能及的服务。", "联络员", f"1390000{index % 10_000:04}"),
        *(capacity, partner.carrying, partner.given, partner.received, partner.defaulted),
        *(partner.rated, partner.rating_sum, partner.steps[-1][1]),
        *(stamp(partner.steps[0][0]), stamp(partner.steps[-1][0]), place.admin),
    )
    rows.log("PARTNER_UNIT", partner.id, partner.steps)
    for community in rows.random.sample(place.communities, min(index % 3, len(place.communities))):
        rows.add("service_area", rows.subdistrict, rows.id(APPLYING), partner.id, community.community)


def add_alliances(rows: Rows, place: Place, partners: list[Partner]) -> None:
    """Add alliances of some of the partners; a few left again, or have not answered yet."""
    for name, purpose in ALLIANCES:
        alliance = rows.id(APPLYING)
        founded = (date(APPLYING), place.committee.id, "ACTIVE")
        rows.add("alliance", rows.subdistrict, alliance, name, purpose, *founded)
        rows.log("ALLIANCE", alliance, [(APPLYING, "ACTIVE", place.admin)])
        for partner in rows.random.sample(partners, -(-len(partners) // 4)):
            _add_membership(rows, place, alliance, partner)


def _add_membership(rows: Rows, place: Place, alliance: str, partner: Partner) -> None:
    draw, invited = rows.random.random(), APPLYING + int(rows.random.random() * DAY)
    steps = [(invited, "INVITED", place.admin)]
    joined, left = invited + DAY, SPAN - 20 * DAY
    if draw > INVITED:
        steps.append((joined, "JOINED", partner.account))
    if draw > STAYED:
        steps.append((left, "LEFT", partner.account))
    made, term = rows.id(invited), APPLYING + 3 * SPAN
    consent = (partner.account, stamp(joined)) if len(steps) > 1 else (NULL, NULL)
    rows.add(
        *("membership", rows.subdistrict, made, alliance, partner.id, "共建协议", date(APPLYING), date(term)),
        *(*consent, place.admin, stamp(invited), steps[-1][1]),
    )
    rows.log("MEMBERSHIP", made, steps)
    if steps[-1][1] == "JOINED":
        add_deadline(rows, Deadline("END_MEMBERSHIP", made, (NULL, partner.id), joined, end_of_day(term)))
