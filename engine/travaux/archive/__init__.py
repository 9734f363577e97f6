"""The archive: every draft kept, every word traced. Names only: importing it loads neither git nor any reader."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from travaux.archive.facade import Archive

__all__ = ["Archive"]


def __getattr__(name: str) -> Any:
    if name == "Archive":
        from travaux.archive.facade import Archive  # noqa: PLC0415

        return Archive
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
