"""Word files, case by case: words, automatic numbers, tracked changes."""

import pytest

from casefiles import Case, cases
from travaux.model.document import Block, Source
from travaux.pipeline import read
from wordfiles import word


def shown(source: Source) -> list[str]:
    """A line for each block and each note, as the case file writes them."""
    blocks = [f"{block.label or '-'} => {_printed(block)}" for block in source.blocks]
    return blocks + [f"[^{note.number}] => {note.text}" for note in source.notes]


def _printed(block: Block) -> str:
    text = block.text
    for mark in sorted((m for m in block.marks if m.kind == "note"), key=lambda m: -m.start):
        text = f"{text[: mark.start]}[^{mark.number}]{text[mark.start :]}"
    return text.strip().replace("\n", "⏎").replace("\t", "→")


def _file(case: Case) -> bytes:
    return word(
        case["word"],
        lists=_block(case, "lists"),
        notes=_block(case, "notes"),
    )


def _block(case: Case, name: str) -> str:
    return next((block.text for block in case.blocks if block.name == name), "")


@cases("word.md", "word", "read")
def test_a_file_without_tracked_changes(case: Case) -> None:
    assert shown(read("draft.docx", _file(case))) == case["read"].split("\n")


@pytest.mark.parametrize("state", ["accepted", "original"])
@cases("word.md", "word", "accepted", "original")
def test_a_file_with_tracked_changes(case: Case, state: str) -> None:
    assert shown(read("draft.docx", _file(case), {"revisions": state})) == case[state].split("\n")
