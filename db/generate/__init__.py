"""Scale data: a network of any size, made up, obeying every rule."""

from .loading import generate

__all__ = ["generate"]
