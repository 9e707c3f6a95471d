from pathlib import Path

import pytest

from db.operators import OperatorError
from db.settings import Settings, load_settings

PAGE = (Path(__file__).parent.parent / "docs" / "settings.md").read_text(encoding="utf-8")
URL = "postgresql://somebody@example.org/partners"
ROWS = {row.split("`")[1]: row for row in PAGE.splitlines() if row.startswith("| `")}


@pytest.mark.parametrize("name", Settings.model_fields)
def test_setting_is_documented_with_its_default_and_meaning(name: str) -> None:
    row, field = ROWS[name.upper()], Settings.model_fields[name]
    assert (field.description or "?").rstrip(".") in row
    assert field.default is None or f"`{field.default}`" in row


def test_no_setting_is_documented_that_is_not_there() -> None:
    assert set(ROWS) == {name.upper() for name in Settings.model_fields}


@pytest.mark.parametrize("name", Settings.model_fields)
def test_an_empty_variable_means_unset(name: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    unset = Settings(_env_file=None)
    monkeypatch.setenv(name.upper(), "")
    assert Settings(_env_file=None) == unset
    monkeypatch.delenv(name.upper())
    (tmp_path / ".env").write_text(f"{name.upper()}=\n")
    assert Settings(_env_file=tmp_path / ".env") == unset


@pytest.mark.parametrize("level", ["debug", "Warning", "ERROR"])
def test_a_log_level_is_taken_in_any_case(level: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOG_LEVEL", level)
    assert Settings(_env_file=None).log_level == level.upper()


@pytest.mark.parametrize("name", ["database_url", "attachments_url", "port", "demo", "secret_key", "log_level"])
def test_a_wrong_value_is_said_in_both_languages_and_not_repeated(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name.upper(), "://wrong")
    with pytest.raises(OperatorError, match=rf"{name.upper()}: \w.* .*[\u4e00-\u9fff]") as caught:
        load_settings()
    assert "://wrong" not in str(caught.value)


@pytest.mark.parametrize(
    ("url", "demo", "wanted"), [("", "", True), ("", "false", False), (URL, "", False), (URL, "true", True)]
)
def test_the_demo_is_for_the_embedded_database_unless_asked_for(
    url: str, demo: str, wanted: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", url)
    monkeypatch.setenv("DEMO", demo)
    assert Settings(_env_file=None).wants_demo is wanted
