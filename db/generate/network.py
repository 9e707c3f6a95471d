"""One subdistrict, whole: its rows follow from the seed, its number and its sizes."""

from dataclasses import dataclass

from .claims import add_claims
from .needs import add_need
from .partners import add_alliances, add_partner, recruit
from .places import settle
from .projects import add_project, plan
from .resources import add_resource, offer
from .rows import Rows
from .things import Givers
from .topics import add_answered, add_topics, raise_topics

TOPICS_PER_PROJECT = 0.4  # more where there are more needs that began as one
Tables = dict[str, tuple[int, bytes]]  # per table the number of rows and their text, as COPY reads it


@dataclass(frozen=True)
class Size:
    """How many rows one subdistrict gets."""

    grids: int
    projects: int
    claims: int


def subdistrict(seed: int, number: int, size: Size) -> Tables:
    """Make the rows of a subdistrict."""
    rows = Rows(f"{seed}/{number}")
    place = settle(rows, number, size.grids)
    everyone = recruit(rows, place, size.projects)
    partners = [partner for partner in everyone if partner.steps[-1][1] == "ADMITTED"]
    resources = offer(rows, place, partners, size.projects)
    givers = Givers(partners, resources, [resource.created for resource in resources])
    works = plan(rows, place, givers, size.projects)
    add_claims(rows, place, works, givers, size.claims)
    raised = raise_topics(rows, place, works)
    for index, partner in enumerate(everyone):
        add_partner(rows, place, partner, index)
    add_alliances(rows, place, partners)
    for resource in resources:
        add_resource(rows, place, resource)
    for project in works.projects:
        add_project(rows, place, project)
    for need in works.needs:
        add_need(rows, place, need)
        add_answered(rows, place, need)
    add_topics(rows, place, partners, int(size.projects * TOPICS_PER_PROJECT) - raised)
    return rows.copies()
