"""The garbage collector rests while texts are compared, and misses nothing by that."""

import gc
from collections.abc import Iterator

import pytest

from travaux.alignment import align, explain
from travaux.collector import resting
from travaux.model.document import Paragraph, Resolution
from travaux.pipeline import compare

OLD = tuple(
    Paragraph(
        id=f"op{n}", part="operative", address=f"OP{n}", text=f"Requests the keepers of lighthouse {n} to report;"
    )
    for n in range(1, 40)
)
NEW = tuple(p.model_copy(update={"text": p.text.replace("to report", f"of {p.id} to write")}) for p in OLD[3:])


@pytest.fixture
def _kept() -> Iterator[None]:
    running = gc.isenabled()
    yield
    (gc.enable if running else gc.disable)()


@pytest.mark.usefixtures("_kept")
@pytest.mark.parametrize("running", [True, False])
def test_it_is_afterwards_as_it_was_before(running: bool) -> None:
    (gc.enable if running else gc.disable)()
    with resting():
        assert not gc.isenabled()
        with resting():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled() is running
    with pytest.raises(KeyError), resting():
        raise KeyError
    assert gc.isenabled() is running
    align(OLD, NEW)
    assert gc.isenabled() is running


@pytest.mark.usefixtures("_kept")
def test_comparing_makes_no_cycles() -> None:
    """So there is nothing for it to find: what is done with is freed by its references."""
    old, new = Resolution(paragraphs=OLD), Resolution(paragraphs=NEW)
    for work in (lambda: compare(old, new), lambda: explain(OLD, NEW)):
        work()  # what is made once and kept
        gc.collect()
        gc.disable()
        work()
        assert gc.collect() == 0
