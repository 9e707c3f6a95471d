from pathlib import Path

import pytest

from db.settings import Settings

PAGE = (Path(__file__).parent.parent / "docs" / "settings.md").read_text(encoding="utf-8")
ROWS = {row.split("`")[1]: row for row in PAGE.splitlines() if row.startswith("| `")}


@pytest.mark.parametrize("name", Settings.model_fields)
def test_setting_is_documented_with_its_default_and_meaning(name: str) -> None:
    row, field = ROWS[name.upper()], Settings.model_fields[name]
    assert (field.description or "?").rstrip(".") in row
    assert field.default is None or f"`{field.default}`" in row


def test_no_setting_is_documented_that_is_not_there() -> None:
    assert set(ROWS) == {name.upper() for name in Settings.model_fields}
