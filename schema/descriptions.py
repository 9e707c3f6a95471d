"""Descriptions for the readers of the API, in English and Chinese."""


def text(english: str, chinese: str, example: str | None = None) -> str:
    """One description of both languages: `English. 中文。 e.g. `example``."""
    shown = f" e.g. `{example}`" if example else ""
    return f"{english}. {chinese}。{shown}"
