"""The machines as Markdown for docs/machines: a Mermaid diagram each, and tables of what it declares."""

import re
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum

from db.models.states import Role

from . import MACHINES
from .machine import Action, Machine

Named = Callable[[StrEnum], str]  # the Chinese name of a state

# Two actions on a topic are done by beginning the object that follows from them.
ELSEWHERE = {"POST_NEED_OF_TOPIC": "postNeed", "WHISTLE_FOR_TOPIC": "raiseWhistle"}
NOWHERE = "[*]"  # as Mermaid names what is not there yet, or has come to its end
RESERVED = re.compile(r'[:;#"<>{}\n]')  # what ends a label or a name, or begins something else in it
HINT = "<!-- Written by `python server.py export-machines` from db/machines. 由状态机声明生成，请勿手改。 -->"


def mutation(action: Action) -> str:
    """The mutation that does an action: `acceptTopic`."""
    first, *rest = action.name.lower().split("_")
    return ELSEWHERE.get(action.name) or first + "".join(word.capitalize() for word in rest)


def pages(named: Named) -> dict[str, str]:
    """All pages by the name of their file: one a machine, and the index."""
    return {"README.md": _index()} | {_file(machine): _page(machine, named) for machine in MACHINES.values()}


def diagram(machine: Machine, named: Named) -> str:
    """The states and what leads from one to the next, as a Mermaid state diagram."""
    states = (f'    state "{_label(named(state))} {state}" as {state}' for state in machine.states)
    arrows = (f"    {_node(a)} --> {_node(b)}: {_label(' / '.join(how))}" for (a, b), how in _arrows(machine).items())
    ends = (f"    {state} --> {NOWHERE}" for state in machine.states if state not in machine.following())
    return "\n".join(["stateDiagram-v2", *states, *arrows, *ends])


def _arrows(machine: Machine) -> dict[tuple[str, str], list[str]]:
    """Per pair of states what leads from the first to the second; what leaves the state as it is has no targets."""
    found: dict[tuple[str, str], list[str]] = {}
    steps = [(action.sources, action.targets, mutation(action)) for action in machine.actions]
    steps += [(change.sources, change.targets, change.chinese) for change in machine.changes]
    for sources, targets, how in steps:
        for pair in ((source, target) for source in sources for target in targets):
            found.setdefault(pair, []).append(how)
    return found


def _node(state: str) -> str:
    return state or NOWHERE


def _label(text: str) -> str:
    """A text in a label, with what Mermaid would read as its own written as character codes."""
    return RESERVED.sub(lambda match: f"#{ord(match[0])};", text)


def _file(machine: Machine) -> str:
    return f"{machine.subject.lower()}.md"


def _index() -> str:
    rows = (
        (f"[{machine.chinese} {machine.english}]({_file(machine)})", str(len(machine.states)), _first(machine))
        for machine in MACHINES.values()
    )
    return _text(
        "# State machines 状态机",
        HINT,
        "The objects with states. Each is declared once, in `db/machines`; the mutations, `availableActions`, the"
        " database, the clocks, the tests and these pages follow from that.",
        "所有带状态的对象。每种只在 `db/machines` 中声明一次；变更、`availableActions`、数据库、时限、测试与本页"
        "均由此而来。",
        _table(("object 对象", "states 状态数", "begins with 起始操作"), rows),
    )


def _first(machine: Machine) -> str:
    begun = [f"`{mutation(action)}`" for action in machine.actions if "" in action.sources]
    begun += [f"{change.english} {change.chinese}" for change in machine.changes if "" in change.sources]
    return ", ".join(begun)


def _page(machine: Machine, named: Named) -> str:
    parts = [
        f"# {machine.chinese} {machine.english}",
        HINT,
        f"```mermaid\n{diagram(machine, named)}\n```",
        "## Actions 操作",
        _table(
            ("mutation 变更", "what 说明", "from 起", "to 止", "who may 办理人", "what must hold 条件"),
            _actions(machine),
        ),
    ]
    if machine.changes:
        parts += ["## Changes that follow 随之变化", _table(("from 起", "to 止", "when 情形"), _changes(machine))]
    if machine.clocks:
        titles = ("deadline 时限", "what 说明", "while 计时状态", "at its end 到期")
        parts += ["## Clocks 时限", _table(titles, _clocks(machine))]
    return _text(*parts)


def _actions(machine: Machine) -> Iterator[tuple[str, ...]]:
    for action in machine.actions:
        holds = (f"{guard.english} {guard.chinese} (`{guard.code}`)" for guard in action.guards)
        yield (
            f"`{mutation(action)}`",
            f"{action.english} {action.chinese}",
            _states(action.sources),
            _states(action.targets),
            "<br>".join(f"{actor.english} {actor.chinese}: {_roles(actor.roles)}" for actor in action.actors),
            "<br>".join(holds),
        )


def _changes(machine: Machine) -> Iterator[tuple[str, ...]]:
    for change in machine.changes:
        yield _states(change.sources), _states(change.targets), f"{change.english} {change.chinese}"


def _clocks(machine: Machine) -> Iterator[tuple[str, ...]]:
    for clock in machine.clocks:
        end = f"`{clock.expires_to}`" if clock.expires_to else ""
        yield f"`{clock.kind}`", f"{clock.english} {clock.chinese}", _states(clock.while_in), end


def _states(names: Iterable[str]) -> str:
    return " ".join(f"`{name}`" for name in names if name)


def _roles(roles: frozenset[Role]) -> str:
    return " ".join(f"`{role}`" for role in Role if role in roles)


def _table(titles: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [titles, ("---",) * len(titles), *([cell.replace("|", "\\|") for cell in row] for row in rows)]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _text(*parts: str) -> str:
    return "\n\n".join(parts) + "\n"
