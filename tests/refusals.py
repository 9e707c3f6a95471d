"""What every refusal must look like."""

import re

import httpx

CHINESE = re.compile("[\u4e00-\u9fff]")
INSIDE = re.compile(r"SELECT|Traceback|asyncpg|sqlalchemy|\.py\b", re.IGNORECASE)


def refused(answer: httpx.Response, status: int, code: str) -> None:
    """One error or more, each of that code and clear in the reader's language, and nothing from inside."""
    assert answer.status_code == status
    errors = answer.json()["errors"]
    assert {error["extensions"]["code"] for error in errors} == {code}
    in_english = answer.request.headers.get("Accept-Language") == "en"
    assert all(bool(CHINESE.search(error["message"])) is not in_english for error in errors), errors
    assert not INSIDE.search(answer.text)
