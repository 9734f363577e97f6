"""Golden files: readable text, accepted deliberately.

`pytest --accept` writes the golden files of the tests that run; look at the difference before you commit it.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

GOLDENS = Path(__file__).parent / "goldens"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="write golden files anew")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with a file of `tests/goldens`; an escape character stands there as a picture."""

    def check(name: str, text: str) -> None:
        path = GOLDENS / name
        shown = text.replace("\x1b", "␛")
        if request.config.getoption("--accept"):
            path.parent.mkdir(exist_ok=True)
            path.write_text(shown, encoding="utf-8", newline="\n")
        assert path.exists(), f"no golden file {name}; pytest --accept writes it"
        assert shown == path.read_text(encoding="utf-8")

    return check
