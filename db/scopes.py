"""Who sees which rows, and who sees a masked field: per model a predicate that the compiler adds always.

A viewer of one subdistrict never leaves it. Administrators of a district or city and auditors see the subdistricts
whose code begins with theirs. Nobody signed in sees what is public, everywhere.
"""

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Text, Uuid, bindparam, exists, false, or_, select, true

from .models import (
    Account,
    Alliance,
    Base,
    Claim,
    Community,
    Grid,
    Membership,
    Need,
    NeedLine,
    PartnerUnit,
    PartyBranch,
    Project,
    Resource,
    ServiceArea,
    Subdistrict,
    Transition,
)
from .models.states import OPEN_PROJECT, PUBLIC_NEED, PUBLIC_RESOURCE, Role, SubjectType
from .rows import Row, every, literal
from .viewer import BY_PREFIX, IN_BRANCH, IN_PARTNER

Predicate = ColumnElement[bool]


@dataclass(frozen=True, slots=True)
class Standing:
    """What of a viewer decides the text of a statement: the role alone; all else travels as `viewer_...` parameters."""

    role: Role | None

    @property
    def sees_all(self) -> bool:
        """Sees every row of its area, drafts and others' claims included."""
        return self.role in (Role.SUBDISTRICT_ADMIN, *BY_PREFIX)

    @property
    def by_prefix(self) -> bool:
        """Sees all subdistricts whose code begins with its own."""
        return self.role in BY_PREFIX

    @property
    def in_one_subdistrict(self) -> bool:
        """Belongs to one subdistrict, which every statement can name."""
        return self.role is not None and not self.by_prefix


def mine(fact: str) -> ColumnElement[object]:
    """The parameter with a fact about the viewer, such as `branch_id`."""
    return bindparam(f"viewer_{fact}", type_=Text() if fact == "code_prefix" else Uuid())


def scope(row: Row, standing: Standing) -> Predicate:
    """The rows of the model that the viewer may see; a model without a rule is refused."""
    seen = every(area(row, standing), share(row, standing))
    if row.model is Account and standing.role is not None:
        return or_(seen, row["id"] == mine("account_id"))  # administrators of a region belong to no subdistrict
    return seen


def share(row: Row, standing: Standing) -> Predicate:
    """The rows that the viewer may see within its area."""
    rule = RULES[row.model]
    return true() if standing.sees_all else rule(row, standing)


def area(row: Row, standing: Standing) -> Predicate:
    """The subdistricts of the viewer."""
    if standing.in_one_subdistrict:
        return row.subdistrict == mine("subdistrict_id")
    if standing.by_prefix:
        place = row.beside(Subdistrict, "area")
        covered = select(place["id"]).select_from(place.source).where(covers(place, standing))
        return row.subdistrict.in_(covered)
    return true()


def covers(place: Row, standing: Standing) -> Predicate:
    """The subdistricts of a viewer who may see several."""
    return place["code"].startswith(mine("code_prefix")) if standing.by_prefix else true()


def masked(row: Row, attribute: str, standing: Standing) -> Predicate | None:
    """Who sees the attribute: a predicate, or None where everyone does who sees the row."""
    rule = MASKS.get((row.model, attribute))
    return None if rule is None else rule(row, standing)


def _everyone(row: Row, standing: Standing) -> Predicate:
    return true()


def _members(row: Row, standing: Standing) -> Predicate:
    return true() if standing.in_one_subdistrict else false()


def _own(row: Row, standing: Standing) -> Predicate:
    """What belongs to the viewer's own branch, community or partner."""
    role = standing.role
    if role in IN_BRANCH and row.has("branch_id"):
        return row["branch_id"] == mine("branch_id")
    if role in IN_PARTNER and row.has("partner_id"):
        return row["partner_id"] == mine("partner_id")
    if role is Role.COMMUNITY_SECRETARY and row.has("branch_id"):
        return _branch_in_community(row)
    return false()


def _branch_in_community(row: Row) -> Predicate:
    branch = row.beside(PartyBranch, "own")
    here = (branch["id"] == row["branch_id"]) & (branch["community_id"] == mine("community_id"))
    return exists(select(literal("1")).select_from(branch.source).where((branch.subdistrict == row.subdistrict) & here))


def _listed(public: tuple[str, ...], hidden: tuple[str, ...]) -> Callable[[Row, Standing], Predicate]:
    """Nobody sees the public states, members all but the hidden ones, owners all of their own."""

    def rule(row: Row, standing: Standing) -> Predicate:
        if standing.role is None:
            return row["status"].in_([literal(f"'{name}'") for name in public])
        if not hidden:
            return true()
        return or_(row["status"].not_in([literal(f"'{name}'") for name in hidden]), _own(row, standing))

    return rule


def _partner(row: Row, standing: Standing) -> Predicate:
    if standing.role is None:
        return false()
    itself = row["id"] == mine("partner_id") if standing.role in IN_PARTNER else false()
    return or_(row["status"].not_in([literal("'APPLIED'"), literal("'REJECTED'")]), itself)


def _line(row: Row, standing: Standing) -> Predicate:
    return true() if standing.role is not None else _reaches(row, Project, "project_id", standing)


def _account(row: Row, standing: Standing) -> Predicate:
    if standing.role is None:
        return false()
    return or_(row["role"] != literal("'RESIDENT'"), row["id"] == mine("account_id"))


def _reaches(row: Row, model: type[Base], attribute: str, standing: Standing) -> Predicate:
    """The object that the attribute names is visible."""
    far = row.beside(model, "seen")
    found = (far.subdistrict == row.subdistrict) & (far["id"] == row[attribute])
    return exists(select(literal("1")).select_from(far.source).where(found, scope(far, standing)))


def _transition(row: Row, standing: Standing) -> Predicate:
    """Whoever sees the object sees its transitions; nobody signed in sees none."""
    if standing.role is None:
        return false()
    return or_(
        *(
            (row["subject_type"] == literal(f"'{kind}'")) & _reaches(row, model, "subject_id", standing)
            for kind, model in SUBJECTS.items()
        )
    )


SUBJECTS: dict[SubjectType, type[Base]] = {
    SubjectType.NEED: Need,
    SubjectType.RESOURCE: Resource,
    SubjectType.PROJECT: Project,
    SubjectType.CLAIM: Claim,
    SubjectType.PARTNER_UNIT: PartnerUnit,
}

RULES: dict[type[Base], Callable[[Row, Standing], Predicate]] = {
    Subdistrict: _everyone,
    Community: _everyone,
    Grid: _everyone,
    PartyBranch: _everyone,
    PartnerUnit: _partner,
    ServiceArea: _members,
    Alliance: _members,
    Membership: _members,
    Need: _listed(PUBLIC_NEED, ("DRAFT", "WITHDRAWN", "EXPIRED")),
    Resource: _listed(PUBLIC_RESOURCE, ("DRAFT", "WITHDRAWN", "EXPIRED")),
    Project: _listed(OPEN_PROJECT, ()),
    NeedLine: _line,
    Claim: _own,
    Transition: _transition,
    Account: _account,
}


def _handlers_of_need(row: Row, standing: Standing) -> Predicate:
    """The chain that handles a need: its branch, its community, its partner, the subdistrict's administrator."""
    return true() if standing.role is Role.SUBDISTRICT_ADMIN else _own(row, standing)


def _handlers_of_partner(row: Row, standing: Standing) -> Predicate:
    """Who deals with a partner: itself, the administrator, and the branches with a claim that it has consented to."""
    if standing.role is Role.SUBDISTRICT_ADMIN:
        return true()
    if standing.role in IN_PARTNER:
        return row["id"] == mine("partner_id")
    claim = row.beside(Claim, "shared")
    between = (claim.subdistrict == row.subdistrict) & (claim["partner_id"] == row["id"])
    agreed = claim["partner_consent_at"].isnot(None)
    return exists(select(literal("1")).select_from(claim.source).where(between, agreed, _own(claim, standing)))


def _itself_or_admin(row: Row, standing: Standing) -> Predicate:
    if standing.role is Role.SUBDISTRICT_ADMIN:
        return true()
    return row["id"] == mine("account_id") if standing.role is not None else false()


MASKS: dict[tuple[type[Base], str], Callable[[Row, Standing], Predicate]] = {
    (Need, "contact_name"): _handlers_of_need,
    (Need, "contact_phone"): _handlers_of_need,
    (PartnerUnit, "liaison_name"): _handlers_of_partner,
    (PartnerUnit, "liaison_phone"): _handlers_of_partner,
    (Account, "login"): _itself_or_admin,
}
