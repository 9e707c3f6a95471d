"""What is said to who runs the service: in English and Chinese, what is wrong and what to do about it."""

import sys


class OperatorError(Exception):
    """The service cannot run as it was set up; the message is all that its operator needs, and holds no password."""

    def __init__(self, english: str, chinese: str, details: str = "") -> None:
        super().__init__("\n".join(filter(None, (english, chinese, details))))


def say(english: str, chinese: str) -> None:
    """Tell the operator of something that was done on the machine."""
    print(f"{english}\n{chinese}", file=sys.stderr)
