"""graphql-core's messages in Chinese."""


def chinese(text: str) -> str:
    """Return a message of graphql-core's in Chinese."""
    return f"请求无效：{text}"
