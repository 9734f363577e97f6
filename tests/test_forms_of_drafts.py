"""One draft in many forms: every form gives the same paragraphs, and every mixture of forms the same links."""

import html
import shutil
import subprocess
from itertools import product
from pathlib import Path

import pytest

from travaux.alignment import align
from travaux.model.document import Resolution
from travaux.pipeline import load

PROBE = Path(__file__).resolve().parents[2] / "shared" / "probe"
FORMS = (".txt", ".docx", ".auto.docx", ".html")


def told(text: Resolution) -> tuple[object, ...]:
    """What must be alike."""
    paragraphs = [(p.id, p.part, p.label, p.text.replace("\u00a0", " ")) for p in text.paragraphs]
    notes = [(n.number, n.text, [(r.paragraph, r.offset) for r in n.references]) for n in text.notes]
    return text.title, text.organ, paragraphs, notes


@pytest.fixture(scope="module")
def forms(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Resolution]]:
    """The drafts `a` and `b` in each form; PDF where LibreOffice is there to make it."""
    if not PROBE.is_dir():
        pytest.skip("../shared/probe is not there")
    paths = {draft: [PROBE / f"draft-{draft}{form}" for form in FORMS] for draft in "ab"}
    office = shutil.which("soffice")
    if office is not None:
        folder = tmp_path_factory.mktemp("pdf")
        made = [path for draft in "ab" for path in paths[draft] if path.suffix == ".docx"]
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *map(str, made)]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        for draft in "ab":
            paths[draft] += sorted(folder.glob(f"draft-{draft}*.pdf"))
        assert all(len(found) == len(FORMS) + 2 for found in paths.values())
    return {draft: [load(str(path)) for path in found] for draft, found in paths.items()}


@pytest.mark.corpus
@pytest.mark.slow
def test_every_form_gives_the_same_paragraphs(forms: dict[str, list[Resolution]]) -> None:
    for first, *others in forms.values():
        assert [told(other) for other in others] == [told(first)] * len(others)


@pytest.mark.corpus
@pytest.mark.slow
def test_every_mixture_of_forms_gives_the_same_links(forms: dict[str, list[Resolution]]) -> None:
    first, *others = (align(old.paragraphs, new.paragraphs).links for old, new in product(forms["a"], forms["b"]))
    assert others == [first] * len(others)


def test_text_and_web_page_give_the_same_paragraphs(tmp_path: Path) -> None:
    words = (
        "Lanterns of the harbour",
        "The General Assembly,",
        "Recalling its resolution 99/1,",
        "1. Requests the Keeper:",
        "(a) To count the lanterns;",
        "(b) To light them;",
        "2. Decides to meet.",
    )
    (tmp_path / "draft.txt").write_text("\n\n".join(words), encoding="utf-8")
    body = "".join(f"<p>{html.escape(line)}</p>" for line in words)
    (tmp_path / "draft.html").write_text(f"<html><body>{body}</body></html>", encoding="utf-8")
    assert told(load(str(tmp_path / "draft.html"))) == told(load(str(tmp_path / "draft.txt")))
