"""Who may act: roles, and on which rows somebody with the role may."""

from sqlalchemy import and_, or_, true

from db.models import Alliance, Deadline, WhistleDepartment
from db.models.states import Role
from db.rows import Row
from db.standing import Predicate, Standing, branch_in_community, mine, named, own, there
from db.viewer import IN_PARTNER

from .machine import Actor

LEADERS = frozenset({Role.GRID_SECRETARY, Role.COMMUNITY_SECRETARY, Role.SUBDISTRICT_ADMIN})
POSTERS = LEADERS | {Role.GRID_WORKER}
PRINCIPALS = frozenset({Role.COMMUNITY_SECRETARY, Role.SUBDISTRICT_ADMIN})
BRANCH_PEOPLE = POSTERS | {Role.GRID_INSTRUCTOR}
ADMINISTRATORS = frozenset({Role.SUBDISTRICT_ADMIN})
PARTNERS = frozenset(IN_PARTNER)
GIVERS = PARTNERS | ADMINISTRATORS
OFFICERS = frozenset({Role.DEPARTMENT_OFFICER})
LIAISONS = frozenset({Role.PARTNER_LIAISON})
RESIDENTS = frozenset({Role.RESIDENT})


def of_branch(row: Row, standing: Standing) -> Predicate:
    """The branch of the row is the viewer's, of its community, or anyone's to the administrator."""
    return true() if standing.role is Role.SUBDISTRICT_ADMIN else own(row, standing)


def of_giver(row: Row, standing: Standing) -> Predicate:
    """The partner of the row is the viewer's; without one the subdistrict gives, and its administrator acts."""
    if standing.role is Role.SUBDISTRICT_ADMIN:
        return row["partner_id"].is_(None)
    return row["partner_id"] == mine("partner_id")


def of_owner(row: Row, standing: Standing) -> Predicate:
    """The need is the viewer's branch's, or its partner's."""
    if standing.role is Role.SUBDISTRICT_ADMIN:
        return row["branch_id"].is_not(None)
    return own(row, standing)


def of_receiver(row: Row, standing: Standing) -> Predicate:
    """The claim serves the viewer's partner, or, where it serves none, the viewer's branch."""
    if standing.role in IN_PARTNER:
        return row["receiver_id"] == mine("partner_id")
    return and_(row["receiver_id"].is_(None), of_branch(row, standing))


def _begun(row: Row, standing: Standing) -> Predicate:
    """A claim in the direction that the viewer's side begins."""
    own_way = "PARTNER_CLAIMS_NEED" if standing.role in IN_PARTNER else "BRANCH_CLAIMS_RESOURCE"
    return row["direction"] == named(own_way)[0]


def of_proposer(row: Row, standing: Standing) -> Predicate:
    """The viewer speaks for the side that began the claim; administrators do so for any branch, and for plans."""
    if standing.role is Role.SUBDISTRICT_ADMIN:
        return row["direction"] != named("PARTNER_CLAIMS_NEED")[0]
    return and_(_begun(row, standing), own(row, standing))


def of_answerer(row: Row, standing: Standing) -> Predicate:
    """The viewer speaks for a side that did not begin the claim: for either, if a plan proposed it."""
    if standing.role is Role.SUBDISTRICT_ADMIN:
        return or_(~_begun(row, standing), row["partner_id"].is_(None))
    return and_(~_begun(row, standing), own(row, standing))


def itself(row: Row, standing: Standing) -> Predicate:
    """The partner is the viewer's own."""
    return row["id"] == mine("partner_id")


def reported(row: Row, standing: Standing) -> Predicate:
    """The viewer reported the topic."""
    return row["reporter_id"] == mine("account_id")


def anyone(row: Row, standing: Standing) -> Predicate:
    """On all that the viewer sees."""
    return true()


def in_community(row: Row, standing: Standing) -> Predicate:
    """A branch below the viewer: of its community, or anyone's to the administrator."""
    return true() if standing.role is Role.SUBDISTRICT_ADMIN else branch_in_community(row)


def called(row: Row, *, lead: bool) -> Predicate:
    """The whistle calls the viewer's department, to lead or to assist."""

    def on(call: Row) -> Predicate:
        chosen = call["lead"] if lead else ~call["lead"]
        return and_(call["whistle_id"] == row["id"], call["partner_id"] == mine("partner_id"), chosen)

    return there(row, WhistleDepartment, "called", on)


def of_alliance(row: Row, standing: Standing) -> Predicate:
    """The viewer's branch runs the alliance of a membership; its subdistrict's administrator may as well."""
    if standing.role is Role.SUBDISTRICT_ADMIN:
        return true()
    return there(row, Alliance, "alliance", lambda far: and_(far["id"] == row["alliance_id"], own(far, standing)))


def _deadline(row: Row, on: Predicate, far: Row) -> Predicate:
    return and_(far["id"] == row["deadline_id"], on)


def decides(row: Row, standing: Standing) -> Predicate:
    """Of requests for time: administrators all; community secretaries extensions of the branches below them."""
    if standing.role is Role.SUBDISTRICT_ADMIN:
        return true()
    below = there(row, Deadline, "clock", lambda far: _deadline(row, branch_in_community(far), far))
    return and_(row["kind"] == named("EXTENSION")[0], below)


LEADER = Actor("whoever leads the branch", "所属党组织负责人", LEADERS, of_branch)
POSTER = Actor("workers and leaders of the branch", "所属党组织的网格员或负责人", POSTERS, of_branch)
VERIFIER = Actor(
    "leaders and instructors of the branch", "所属党组织负责人或网格指导员", LEADERS | {Role.GRID_INSTRUCTOR}, of_branch
)
PRINCIPAL = Actor("principal officer above the branch", "上级主要负责人", PRINCIPALS, in_community)
ADMINISTRATOR = Actor("administrator of the subdistrict", "街道管理员", ADMINISTRATORS, anyone)
GIVER = Actor("the side that gives", "提供方", GIVERS, of_giver)
RECEIVER = Actor("the side that receives", "接收方", LEADERS | PARTNERS, of_receiver)
PROPOSER = Actor(
    "the side that proposed, or who adopted the plan", "发起方；方案撮合的为街道管理员", LEADERS | PARTNERS, of_proposer
)
ANSWERER = Actor(
    "the side that did not propose, or either side of a plan's",
    "对方；方案撮合的为任一方",
    LEADERS | PARTNERS,
    of_answerer,
)
NEED_OWNER = Actor("whose need it is", "需求方", POSTERS | LIAISONS, of_owner)
LIAISON = Actor("liaison of the partner", "合伙人联络员", LIAISONS, itself)
REPORTER = Actor("who reported it", "反映人", RESIDENTS | POSTERS | {Role.GRID_INSTRUCTOR}, reported)
SUPPORTER = Actor(
    "anyone of the subdistrict who sees it", "本街道可见此议题的任何人", RESIDENTS | BRANCH_PEOPLE, anyone
)
RESIDENT = Actor("residents of the subdistrict who see it", "本街道可见此议题的居民", RESIDENTS, anyone)
LEAD_OFFICER = Actor(
    "officer of the lead department", "主办部门经办人", OFFICERS, lambda row, standing: called(row, lead=True)
)
ASSISTANT = Actor(
    "officer of an assisting department", "协办部门经办人", OFFICERS, lambda row, standing: called(row, lead=False)
)
ALLIANCE_LEADER = Actor("whoever runs the alliance", "联盟牵头党组织负责人", LEADERS, of_alliance)
MEMBER = Actor(
    "liaison of the member", "成员单位联络员", LIAISONS, lambda row, standing: row["partner_id"] == mine("partner_id")
)
DECIDER = Actor("principal officer", "审批人", PRINCIPALS, decides)

# Who may begin an object: told by the role alone, since there is no row yet.
STARTING_LEADER = Actor("leaders of a branch", "党组织负责人", LEADERS, anyone)
STARTING_POSTER = Actor("workers and leaders of a branch", "网格员或党组织负责人", POSTERS, anyone)
STARTING_PARTNER = Actor("liaisons and officers of a partner", "合伙人联络员或部门经办人", PARTNERS, anyone)
STARTING_LIAISON = Actor("liaisons of a partner", "合伙人联络员", LIAISONS, anyone)
STARTING_REPORTER = Actor("residents and people of a branch", "居民或党组织工作人员", RESIDENTS | BRANCH_PEOPLE, anyone)
