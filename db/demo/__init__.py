"""The demo network: 大港街道 as a newcomer finds it, and a small subdistrict beside it."""

from .loading import DemoAccount, load_if_empty

__all__ = ["DemoAccount", "load_if_empty"]
