"""What every refusal must look like."""

import re

import httpx

LATIN, CHINESE = re.compile("[A-Za-z]{2}"), re.compile("[\u4e00-\u9fff]")
INSIDE = re.compile(r"SELECT|Traceback|asyncpg|sqlalchemy|\.py\b", re.IGNORECASE)


def refused(answer: httpx.Response, status: int, code: str) -> None:
    """One error or more, each of that code and clear in both languages, and nothing from inside."""
    assert answer.status_code == status
    errors = answer.json()["errors"]
    assert {error["extensions"]["code"] for error in errors} == {code}
    assert all(LATIN.search(error["message"]) and CHINESE.search(error["message"]) for error in errors)
    assert not INSIDE.search(answer.text)
