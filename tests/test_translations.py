"""Every text that graphql-core and Strawberry can answer with is known, and is said in Chinese."""

import ast
import re
from collections.abc import Iterator
from importlib.util import find_spec
from itertools import product
from pathlib import Path

import pytest
from graphql import specified_rules

from resolvers.translations import chinese, english

CHINESE = re.compile("[\u4e00-\u9fff]")
MODULES = (
    *(rule.__module__ for rule in specified_rules),
    *("graphql.validation.validate", "graphql.validation.validation_context"),
    *("graphql.utilities.validate_input_value", "graphql.utilities.coerce_input_value"),
    *("graphql.execution.values", "graphql.execution.get_variable_signature"),
    *("graphql.execution.executor", "graphql.execution.execute"),
    *("graphql.language.lexer", "graphql.language.parser", "graphql.error.syntax_error"),
    *("graphql.type.scalars", "graphql.type.definition"),
    *("strawberry.http.base", "strawberry.http.async_base_view", "strawberry.schema.exceptions"),
)
# What no request to this schema can bring about.
OUT_OF_REACH = {
    "directive label argument": "there is no @defer nor @stream",
    "Defer": "there is no @defer",
    "defer": "there is no @defer",
    "tream": "there is no @stream",
    "ubscription": "nothing can be subscribed to, as another rule says",
    "Unexpected error in directive": "directives stand where the parser knows",
    "to be a GraphQL": "said of a schema",
    "cannot be resolved": "said of a schema",
    "must provide both": "said of a schema",
    "values must be an Enum": "said of a schema",
    "Redefinition of": "said of a schema",
    "Multiple inheritance": "said of a schema",
    "cannot represent value: x": "said of what a resolver returns",
    "scalar type represents": "a description",
    "Expected Iterable": "said of what a resolver returns",
    "but got: ": "said of what a resolver returns",
    "Unexpected error value": "said of what a resolver returns",
    "Cannot return null": "said of what a resolver returns",
    "Cannot complete value": "said of what a resolver returns",
    "bstract type": "said of what a resolver returns",
    "Runtime Object type": "said of what a resolver returns",
    "to return non-nullable value": "said of what a resolver returns",
    "output_value": "said of what a resolver returns",
    "initialCount": "there is no @stream",
    "Middleware": "said of how a schema is run",
    "failed to complete synchronously": "said of how a schema is run",
    "Passing execution arguments": "said of how a schema is run",
    "Multipart responses": "nobody subscribes over HTTP",
    "No HTTP stream transport": "nobody subscribes over HTTP",
    "MAX_FIELD_COMPARISONS": "a warning to programmers",
    "GraphQL only supports": "METHOD_NOT_ALLOWED says it",
    "WebSocket": "there are no WebSockets",
    "Subprotocol": "there are no WebSockets",
    "Sequence[ArgumentNode]": "a type",
    " and subfields 'x' conflict because x": "a part of another text",
    "Variable '$x' defined by fragment 'x'": "fragments have no arguments",
}
KEPT = {"Int", "Float", "String", "Boolean", "ID", "JSON", "Unicode", "true", "false", "null"}  # not translated
SAMPLES = {
    "print_argument": "Argument 'x'",
    "print_path_list": " at .a[0]",
    "via_path": "'x'",
    "suggestion": " Did you mean 'a' or 'b'?",
    "did_you_mean": "",
}


def texts(module: str) -> Iterator[str]:
    """Every sentence in a module's source, with samples for its expressions; none of its docstrings and annotations."""
    found = find_spec(module)
    assert found is not None
    assert found.origin is not None
    tree = ast.parse(Path(found.origin).read_text("utf-8"))
    passed = {id(part) for node in ast.walk(tree) for part in silent(node)}
    for node in ast.walk(tree):
        if id(node) not in passed and isinstance(node, ast.BinOp | ast.JoinedStr | ast.Constant):
            passed.update(map(id, ast.walk(node)))
            yield from (text for text in variants(node) if re.search(r"[A-Za-z]{2}.* .*[A-Za-z]{2}", text))


def silent(node: ast.AST) -> Iterator[ast.AST]:
    """The parts of a statement or expression that nobody ever reads."""
    match node:
        case ast.Expr(value=ast.Constant() as docstring):
            yield docstring
        case ast.AnnAssign(annotation=annotation) | ast.arg(annotation=annotation) | ast.Subscript(slice=annotation):
            yield from ast.walk(annotation) if annotation else ()
        case ast.FunctionDef(returns=annotation) | ast.AsyncFunctionDef(returns=annotation):
            yield from ast.walk(annotation) if annotation else ()
        case ast.Call(func=ast.Name(id="cast"), args=arguments):
            yield from ast.walk(arguments[0])


def variants(node: ast.expr) -> list[str]:
    """The texts that an expression makes, one for each way its conditions may go."""
    match node:
        case ast.Constant(value=str(text)):
            return [text]
        case ast.JoinedStr(values=parts):
            return ["".join(each) for each in product(*map(variants, parts))]
        case ast.BinOp(op=ast.Add(), left=left, right=right):
            return [one + other for one, other in product(variants(left), variants(right))]
        case ast.IfExp(body=body, orelse=orelse):
            return [*variants(body), *variants(orelse)]
        case ast.FormattedValue(value=ast.IfExp() as value):
            return variants(value)
    return [next((sample for name, sample in SAMPLES.items() if name in ast.unparse(node)), "x")]


PARTS = {"the enum value", "to use an inline fragment on"}  # of suggestions
ALL = sorted({text for module in MODULES for text in texts(module)} - PARTS)


@pytest.mark.parametrize("text", [text for text in ALL if not any(part in text for part in OUT_OF_REACH)])
def test_every_text_has_its_chinese(text: str) -> None:
    said = chinese(text)
    assert CHINESE.search(said)
    assert set(re.findall(r"[A-Za-z]{2,}", re.sub("`[^`]*`", "", said))) <= KEPT


@pytest.mark.parametrize("part", OUT_OF_REACH)
def test_what_is_out_of_reach_is_there(part: str) -> None:
    assert any(part in text for text in ALL)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Cannot query field 'titel' on type 'Need'. Did you mean 'title', 'status', or 'site'?",
            "类型 `Need` 没有字段 `titel`。是否想用 title、status、site？",
        ),
        (
            "Cannot query field 'title' on type 'Node'. Did you mean to use an inline fragment on 'Need'?",
            "类型 `Node` 没有字段 `title`。是否想用针对以下类型的内联片段：Need？",
        ),
        (
            "Variable '$v' has invalid value at .or[0].title: String cannot represent a non string value: 5",
            "变量 `$v.or[0].title` 的值无效：须为文本（String，加双引号），不能是 5",
        ),
        (
            "Value 'it's' does not exist in 'NeedStatus' enum. Did you mean the enum value 'POSTED'?",
            "枚举 `NeedStatus` 没有值 `it's`。是否想用枚举值 POSTED？",
        ),
        ("Syntax Error: Expected Name, found <EOF>.", "语法错误：此处应为 Name，实际是 结尾。"),
        (
            "Fields 'a' conflict because subfields 'b' conflict because they have differing arguments and "
            "subfields 'c' conflict because 'd' and 'e' are different fields. "
            "Use different aliases on the fields to fetch both if this was intentional.",
            "两处 `a` 冲突：下级字段 `b` 冲突：参数不同；下级字段 `c` 冲突：`d` 与 `e` 不是同一字段。"
            "如需同时取得，请用不同的别名。",
        ),
        ("Value '" + "长" * 500 + "' does not exist in 'Role' enum.", f"枚举 `Role` 没有值 `{'长' * 120}…`。"),
        ("no text of theirs", "no text of theirs"),
    ],
)
def test_a_text_is_said_in_chinese(text: str, said: str) -> None:
    assert chinese(text) == said


def test_english_shows_neither_the_inside_of_an_error_nor_all_of_a_long_value() -> None:
    text = f"Expected value of type 'Int', but encountered error 'Exceeds the limit'; found: {'9' * 500}."
    assert english(text) == f"Expected value of type 'Int', found: {'9' * 120}…"
    assert english("Expected value of non-null type 'Int!' not to be None.").endswith(" not to be null.")


@pytest.mark.parametrize(
    "part", ["'", "' of type '", " at .a: ", " Did you mean 'a'?", "; found: ", " and subfields '"]
)
def test_no_text_takes_long_to_be_said(part: str) -> None:
    for begin in ("Variable '$v' has invalid value", "Value '", "Fields 'a' conflict because ", "Expected "):
        chinese(begin + part * 20_000)
