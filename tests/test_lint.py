"""What an editor would ask about a text: cases of each rule, what is not judged, and how often real texts are asked."""

import json
from pathlib import Path

import pytest

from casefiles import Case, cases
from travaux import pipeline
from travaux.linting import RULES, SOURCES
from travaux.model.checks import Lint
from travaux.model.document import Resolution
from travaux.pipeline.linting import lint
from travaux_cli.entry import main

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus" / "texts"


def parsed(text: str) -> Resolution:
    return pipeline.parse(pipeline.read("text", text.encode())).choose()


@cases("lint/rules.md", "text", "remarks")
def test_rules(case: Case) -> None:
    found = lint(parsed(case["text"]), parsed(case["old"]) if "old" in case else None)
    assert [[r.address or "-", r.rule, r.note] for r in found.remarks] == case.block("remarks").rows()
    assert Lint.model_validate_json(found.model_dump_json()) == found


@cases("lint/rules.md", "text", "remarks")
def test_every_remark_tells_its_source_and_its_words(case: Case) -> None:
    text = parsed(case["text"])
    for remark in lint(text, parsed(case["old"]) if "old" in case else None).remarks:
        assert remark.source == SOURCES[remark.rule]  # type: ignore[index]
        assert remark.paragraph is not None
        if remark.start is not None and remark.end is not None:
            assert text.paragraph(remark.paragraph).text[remark.start : remark.end].strip()


def test_every_rule_has_a_source_and_a_case() -> None:
    assert set(RULES) == set(SOURCES)
    page = (Path(__file__).parent / "cases" / "lint" / "rules.md").read_text("utf-8")
    assert [rule for rule in RULES if f"=> {rule} =>" not in page] == []


def test_what_is_not_judged_is_told() -> None:
    council = parsed("The Security Council,\n\n1. Decides to meet;\n\n2. Decides to part.\n")
    assert {told.partition(":")[0] for told in lint(council).unchecked} == {"rollover", "sequence", "first-mention"}
    assembly = parsed("The General Assembly,\n\n1. Decides to meet;\n\n2. Also decides to part.\n")
    assert lint(assembly).unchecked == ("rollover: there is no older text",)
    assert lint(assembly, assembly).unchecked == ()


def test_a_text_that_was_broken_when_it_was_read_is_not_asked_for_its_marks() -> None:
    lines = "\n\n".join(f"{n}. Urges harbours of the {n} coasts to name a kee-" for n in range(1, 9))
    found = lint(parsed(f"The General Assembly,\n\n{lines}\n\n9. Thanks the wardens (of the piers.\n"))
    assert "punctuation: the text was broken when it was read" in found.unchecked
    assert {remark.rule for remark in found.remarks} & {"punctuation", "brackets"} == set()


def test_the_command_ends_with_nought_whatever_it_finds(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "draft.txt"
    path.write_text("The General Assembly,\n\n1. Decides [to meet];\n\n2. Urges harbours to heed paragraph 9 above.\n")
    assert main(["lint", str(path)]) == 0
    shown = capsys.readouterr().out
    assert "2 remarks: 1 on brackets and 1 on reference." in shown
    assert "Editorial Manual, Resolutions, E" in shown
    assert main(["lint", str(path), "--exit-code"]) == 1
    assert main(["lint", str(path), "--exit-code", "--rule", "sequence"]) == 0
    assert "Nothing that an editor would ask about." in capsys.readouterr().out
    assert main(["lint", str(path), "--rule", "spelling"]) == 2
    assert "there is no rule spelling; there is sequence" in capsys.readouterr().err
    assert main(["lint", str(path), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["schema"] == "travaux.lint/1"


def test_the_command_refs_ends_with_one_only_where_it_is_asked_to(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old, new = tmp_path / "old.txt", tmp_path / "new.txt"
    first, second = "Decides to keep a register of lightships;", "Requests a report on paragraph 1 above."
    old.write_text(f"The General Assembly,\n\n1. {first}\n\n2. {second}\n")
    new.write_text(f"The General Assembly,\n\n1. Thanks the wardens of the garden;\n\n2. {first}\n\n3. {second}\n")
    assert main(["refs", str(new), "--exit-code"]) == 0
    assert "1 reference to paragraphs of this text, each leads to one." in capsys.readouterr().out
    assert main(["refs", str(new), "--against", str(old)]) == 0
    assert "· the paragraph that it named, OP1, is OP2 now" in capsys.readouterr().out
    assert main(["refs", str(new), "--against", str(old), "--exit-code"]) == 1
    capsys.readouterr()
    assert main(["refs", str(new), "--against", str(old), "--format", "json"]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert shown["schema"] == "travaux.references/1"
    assert [(r["outcome"], r["old_address"], r["target_address"]) for r in shown["references"]] == [
        ("stale", "OP1", "OP1")
    ]
    assert main(["refs", str(new), "--pin", "OP1=OP2"]) == 2
    assert "--against" in capsys.readouterr().err


@pytest.mark.corpus
@pytest.mark.slow
@pytest.mark.skipif(not CORPUS.exists(), reason="needs the real texts of ../shared/corpus")
def test_adopted_texts_are_asked_little() -> None:
    """Editors have been over them: of some 300, one in five gives a remark of any rule."""
    paths = [p for p in sorted(CORPUS.glob("*_RES_*.txt")) if not p.name.startswith(("fr_", "typed_"))]
    counts: dict[str, int] = {}
    for path in paths[:: len(paths) // 300]:
        document = pipeline.parse(pipeline.read_path(path))
        for resolution in document.resolutions if document.language == "en" else ():
            for remark in lint(resolution).remarks:
                counts[remark.rule] = counts.get(remark.rule, 0) + 1
    assert sum(counts.values()) <= 50
    assert max(counts.values()) <= 25
