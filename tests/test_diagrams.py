"""docs/machines says what db/machines declares, in diagrams that Mermaid understands."""

import re
from pathlib import Path

import pytest
from people import MUTATIONS

from db.machines import ACTIONS, MACHINES, Machine
from db.machines.diagrams import diagram, mutation, pages
from db.models.states import SubjectType
from resolvers.messages import state_name

FOLDER = Path(__file__).parent.parent / "docs" / "machines"
PAGES = pages(state_name)
STATE = re.compile(r'    state "[^"\n]+" as ([A-Z_]+)')
ARROW = re.compile(r"    ([A-Z_]+|\[\*\]) --> ([A-Z_]+|\[\*\])(: [^:;\n]+)?")


def test_the_pages_are_up_to_date() -> None:
    written = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.iterdir()}
    assert written == PAGES, "run `python server.py export-machines`"


@pytest.mark.parametrize("name", PAGES)
def test_every_row_of_a_table_has_all_its_cells(name: str) -> None:
    for table in re.findall(r"(?:^\|.*\n)+", PAGES[name], re.MULTILINE):
        assert len({len(re.findall(r"(?<!\\)\|", row)) for row in table.splitlines()}) == 1


@pytest.mark.parametrize("machine", MACHINES.values(), ids=lambda machine: machine.subject.lower())
def test_a_diagram_shows_every_state_and_every_way_between_them(machine: Machine) -> None:
    first, *lines = diagram(machine, state_name).splitlines()
    states = [found[1] for line in lines if (found := STATE.fullmatch(line))]
    arrows = [found.groups() for line in lines if (found := ARROW.fullmatch(line))]
    assert first == "stateDiagram-v2"
    assert len(states) + len(arrows) == len(lines)
    assert states == [*machine.states]
    shown = {(a.strip("[*]"), b.strip("[*]")) for a, b, _ in arrows if a != b}
    ends = {(state, "") for state in machine.states if state not in machine.following()}
    assert shown == set(machine.pairs()) | ends


def test_what_mermaid_would_read_otherwise_is_written_as_a_code() -> None:
    machine = MACHINES[SubjectType.DELIBERATION]
    assert '    state "a#58;#59;#34; CONVENED" as CONVENED' in diagram(machine, lambda state: 'a:;"').splitlines()


@pytest.mark.parametrize("name", ACTIONS)
def test_an_action_is_a_mutation(name: str) -> None:
    assert mutation(ACTIONS[name]) in MUTATIONS
