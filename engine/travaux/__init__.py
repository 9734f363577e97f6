"""Read, compare and trace drafts of resolutions."""

__version__ = "0.1.0"
