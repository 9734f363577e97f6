"""The one place where the stages meet: read, parse, choose, align, redline, compare."""

from typing import TYPE_CHECKING, Any

from travaux.pipeline.comparing import compare, explain
from travaux.pipeline.reading import load, parse, read, read_path

if TYPE_CHECKING:
    from travaux.pipeline.concording import concordance

__all__ = ["compare", "concordance", "explain", "load", "parse", "read", "read_path"]


def __getattr__(name: str) -> Any:
    if name == "concordance":  # a comparison of two drafts need not load it
        from travaux.pipeline.concording import concordance  # noqa: PLC0415

        return concordance
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
