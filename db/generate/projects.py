"""Projects and their need lines: opened over the whole time, finished once their claims are."""

from random import Random

from .clocks import Deadline, add_deadline
from .needs import make_need
from .resources import OFFERING
from .rows import DAY, NULL, SPAN, Rows, Step, date, stamp
from .texts import EVIDENCE, GOALS
from .things import Branch, Givers, Line, Need, Place, Project, Works
from .workdays import end_of_day

OPENING = OFFERING + 30 * DAY  # the oldest project
LATE = 0.4  # below 1: more projects are young than old, as a network grows
BACKLOG = 0.06  # needs without a project, for each project
GRIDS, COMMUNITIES = 0.8, 0.97  # parts of the projects that grid branches lead, and with those of communities
SECOND_LINE = 0.1
SHARED = 0.3  # part of the second lines that answer a need of the project before
PAUSED, TERMINATED, UNCLAIMED = 0.05, 0.1, 0.6  # each on top of the last; unclaimed ones mostly go on waiting
DATED = 0.6  # part of the projects that say by when
LATE_ONES = 0.08  # part of the projects that go on after the day when they were to end
BEFORE_CLAIMS = ("APPROVED", "RUNNING")  # only what follows must wait for a project's claims
LIVE = ("PLANNED", "APPROVED", "RUNNING", "PAUSED")
FOLLOW_UPS = ("SATISFIED", "SATISFIED", "SATISFIED", "DISSATISFIED", "NO_ANSWER")


def plan(rows: Rows, place: Place, givers: Givers, projects: int) -> Works:
    """Make the projects, oldest first, with their needs, and needs that no project answers yet."""
    works = Works()
    for time in _times(rows.random, projects):
        _open(rows, place, givers, works, time)
    for time in _times(rows.random, int(projects * BACKLOG)):
        works.backlog.append(make_need(rows, rows.random.choice(place.grids), givers, time))
    works.needs += works.backlog
    return works


def _times(random: Random, many: int) -> list[int]:
    length = SPAN - OPENING - DAY
    return sorted(OPENING + int(random.random() ** LATE * length) for _ in range(many))


def _open(rows: Rows, place: Place, givers: Givers, works: Works, time: int) -> None:
    lead = _lead(rows.random, place)
    first = make_need(rows, lead, givers, time - 1 - int(rows.random.random() * 10 * DAY))
    project = Project(rows.id(time), lead, time, f"{lead.place}{first.kind.title}项目")
    works.needs.append(first)
    for need in (first, *_second(rows, givers, works, first)):
        line = Line(rows.id(time), need, project)
        project.lines.append(line)
        need.lines.append(line)
    works.projects.append(project)


def _lead(random: Random, place: Place) -> Branch:
    draw = random.random()
    if draw < GRIDS:
        return place.grids[int(random.random() * len(place.grids))]
    return random.choice(place.communities) if draw < COMMUNITIES else place.committee


def _second(rows: Rows, givers: Givers, works: Works, first: Need) -> list[Need]:
    """Return another need that the project answers too, sometimes: a new one, or one of the project before."""
    random = rows.random
    if random.random() > SECOND_LINE:
        return []
    if works.projects and random.random() < SHARED:
        return [works.projects[-1].lines[0].need]
    works.needs.append(make_need(rows, first.branch, givers, first.created))
    return works.needs[-1:]


def add_project(rows: Rows, place: Place, project: Project) -> None:
    """Add the row of a project whose claims are known."""
    random, branch, topic = rows.random, project.branch, project.lines[0].need.topic
    steps = _steps(random, project, place.admin)
    (updated, status, _), reached = steps[-1], {status for _, status, _ in steps}
    end = _planned_end(random, project, status)
    budget = NULL if random.random() < 0.4 else int(random.random() * 400) * 100
    approver, deliverer, accepter = (
        account if state in reached else NULL
        for state, account in (("APPROVED", place.admin), ("DELIVERED", branch.account), ("ACCEPTED", place.admin))
    )
    shown = EVIDENCE[int(random.random() * len(EVIDENCE))] if "DELIVERED" in reached else ""
    asked = FOLLOW_UPS[int(random.random() * len(FOLLOW_UPS))] if status == "CLOSED" else NULL
    rows.add(
        *("project", rows.subdistrict, project.id, branch.id, branch.community, branch.grid),
        *(topic.id if topic else NULL, project.title, GOALS[int(random.random() * len(GOALS))]),
        *(
            "完工照片、居民签字",
            budget,
            NULL if end is None else date(end),
            approver,
            deliverer,
            accepter,
            shown,
            asked,
            status,
        ),
        *(stamp(project.created), stamp(updated), branch.account),
    )
    rows.log("PROJECT", project.id, steps)
    project.terminated = status == "TERMINATED"
    if end is not None and status in LIVE:
        due = end_of_day(end)
        add_deadline(rows, Deadline("FINISH_PROJECT", project.id, (branch.id, NULL), project.created, due))


def _planned_end(random: Random, project: Project, status: str) -> int | None:
    """Return a day some months after the beginning, if one was planned; few of the projects that go on are late."""
    if random.random() > DATED:
        return None
    planned = project.created + 30 * DAY + int(random.random() * 180) * DAY
    if planned < SPAN and status in LIVE and random.random() > LATE_ONES:
        planned = SPAN + int(random.random() * 180) * DAY
    return planned


def _steps(random: Random, project: Project, admin: str) -> list[Step]:
    lead, time = project.branch.account, project.created
    steps = [(time, "PLANNED", lead)]
    for status, actor in (("APPROVED", admin), ("RUNNING", lead), *_ending(random.random(), project, admin)):
        if status not in BEFORE_CLAIMS:
            time = max(time, project.last)
        time += DAY + int(random.random() * 15 * DAY)
        if time >= SPAN:
            break
        steps.append((time, status, actor))
    return steps


def _ending(draw: float, project: Project, admin: str) -> tuple[tuple[str, str], ...]:
    """Return what follows RUNNING: a project whose claims go on stays open or pauses."""
    lead = project.branch.account
    if draw < PAUSED:
        return (("PAUSED", lead),)
    if project.busy or (not project.last and TERMINATED <= draw < UNCLAIMED):
        return ()
    if draw < TERMINATED:
        return (("TERMINATED", admin),)
    return (("DELIVERED", lead), ("ACCEPTED", admin), ("CLOSED", lead))
