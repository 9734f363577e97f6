"""Laws of parsing: it never raises, loses nothing, and reads back what was printed."""

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from accounting import of_document, of_source
from outlines import outline
from printed import Draft, drafts
from travaux.errors import SourceError
from travaux.model.document import Document, Paragraph, Resolution, Source
from travaux.pipeline import parse, read

ODD = ["\t", "cell\tcell", "\u00a0", "\u00ad", "\u2028", "\u200b", "\ufeff"]
PRINTED = """
    The General Assembly, ¦ “The General Assembly, ¦ THE SECURITY COUNCIL ¦ The Economic and Social Council ¦ Annex II
    Recommends to the General Assembly the adoption of the following draft resolution: ¦ Draft resolution II ¦ Annex
    the following draft decision: ¦ “The General Assembly decides to meet.” ¦ Recalling lanterns, ¦ “Noting, ¦ A ¦ II
    Also recalling ¦ 1. Requests lanterns; ¦ “2. Urges.” ¦ 3 Decides ¦ 4Calls upon ¦ I. Notes; ¦ 0.01 Izmir ¦ PP4.
    2 bis. Decides; ¦ OP3 alt 2. Decides; ¦ (a) To act; ¦ (i) wax: ¦ a) half ¦ a. third ¦ iv. ¦ • x ¦ – y ¦ * z
    1.1 Oil
    __________ ¦ * * * ¦ --- ¦ ⁸⁴ A/1. ¦ 1/ A/99/12. ¦ 12 See A/99/12. ¦ [^1]: A/99/11. ¦ [^1] ¦ word¹,² ¦ word12,
    2043,1 ¦ 9 December 20437 on ¦ km² ¦ APPENDIX: x ¦ B. Ferries ¦ Article 3 ¦ 2044/19 ¦ 99/12. Lanterns ¦ A/99/
    A/C.3/99/L.4* ¦ A/RES/99/1 ¦ 3/4 ¦ 44-12345 (E) ¦ Resolution 12 (2044) ¦ 31st plenary meeting ¦ 22 July 2044
    [Adopted by a recorded vote of 3 to 1. ¦ In favour: Chad ¦ [on the report of] ¦ Andorra*: draft resolution ¦ “ ¦ ”
    Agenda item 3 ¦ Ninth session ¦ lanterns of the ¦ interna- ¦ tional ¦ *Decides* to ¦ _x_ **y** ¦ # Title ¦ > quoted
    « ¦ [ ¦ ] ¦ ( ¦ . ¦ , ¦ ; ¦ : ¦ ³ ¦ é ¦ 0 ¦ 99
"""
BITS = st.sampled_from([*ODD, *(bit.strip() for bit in re.split("[¦\n]", PRINTED.strip()))])
GAPS = st.sampled_from(["\n\n", "\n", " ", "", "\f", "\r\n", "\r", "\x85", "\u2028", "\n\n\n"])
TEXTS = st.one_of(
    st.lists(st.tuples(BITS, GAPS), min_size=1, max_size=40).map(lambda pairs: "".join(map("".join, pairs))),
    st.lists(st.one_of(BITS, st.text(max_size=20)), min_size=1, max_size=20).map("\n".join),
    st.text(max_size=200),
)
MANY = settings(derandomize=True, deadline=None, max_examples=200)
SOME = settings(derandomize=True, deadline=None, max_examples=50)


def source_of(text: str) -> Source | None:
    """The text as read; None where the reader refuses it, which it may."""
    try:
        return read("draft.txt", text.encode("utf-8", "ignore"))
    except SourceError:
        return None


def all_of(resolutions: tuple[Resolution, ...]) -> list[Resolution]:
    return [r for resolution in resolutions for r in (resolution, *all_of(resolution.transmits))]


@MANY
@given(TEXTS)
@example("¹\n\nLamps\n\nThe General Assembly,\n\n1. Decides to meet on lamps.¹\n\n[^1]: A/99/12.")  # a mark alone
def test_any_text_is_parsed_and_nothing_of_it_is_lost(text: str) -> None:
    if (source := source_of(text)) is None:
        return
    document = parse(source)
    assert of_document(document) == of_source(source)
    assert Source.model_validate_json(source.model_dump_json()) == source
    assert Document.model_validate_json(document.model_dump_json()) == document


@MANY
@given(TEXTS)
def test_paragraphs_keep_their_promises(text: str) -> None:
    if (source := source_of(text)) is None:
        return
    document = parse(source)
    for resolution in all_of(document.resolutions):
        _keep_promises(resolution)
    for paragraph in document.outside:
        _is_sound(paragraph)


def _keep_promises(resolution: Resolution) -> None:
    ids = [p.id for p in resolution.paragraphs]
    assert len(set(ids)) == len(ids)
    notes = {n.id for n in resolution.notes}
    assert len(notes) == len(resolution.notes)
    for paragraph in resolution.paragraphs:
        _is_sound(paragraph)
        assert all(m.note is None or m.note in notes for m in paragraph.marks)
    for note in resolution.notes:
        for reference in note.references:
            marks = resolution.paragraph(reference.paragraph).marks
            assert any(m.note == note.id and m.start == reference.offset for m in marks)


def _is_sound(paragraph: Paragraph) -> None:
    assert not re.search(r"[\n\r\v\f\x85\u2028\u2029]", paragraph.text)
    places = [(m.start, m.end) for m in paragraph.marks]
    assert places == sorted(places)
    assert all(0 <= start <= end <= len(paragraph.text) for start, end in places)
    assert all((m.start == m.end) == (m.kind == "note") for m in paragraph.marks)


def parsed(text: str) -> Document:
    return parse(read("draft.txt", text.encode()))


@SOME
@given(drafts())
def test_what_was_printed_is_read_back(draft: Draft) -> None:
    assert outline(parsed(draft.printed())) == ["resolution | General Assembly", *draft.outline()]


@SOME
@given(drafts(), st.integers(60, 100))
def test_hard_wrapped_too(draft: Draft, width: int) -> None:
    assert outline(parsed(draft.printed(width))) == ["resolution | General Assembly", *draft.outline()]


@SOME
@given(drafts(), st.one_of(st.none(), st.integers(60, 100)))
def test_in_a_wrapper_too(draft: Draft, width: int | None) -> None:
    announced = "Recommends to the General Assembly the adoption of the following draft resolution:"
    text = f"The Economic and Social Council,\n\n{announced}\n\n{draft.printed(width, quoted=True)}"
    inside = ["  draft resolution | General Assembly", *draft.outline("  "), "  notice wrapper-quotes"]
    outside = ["resolution | Economic and Social Council", f"OP1 | {announced}"]
    assert outline(parsed(text)) == [*outside, *inside]


@SOME
@given(drafts(), st.sampled_from(["\r\n", "\r"]), st.one_of(st.none(), st.integers(60, 100)))
def test_with_other_line_ends_too(draft: Draft, end: str, width: int | None) -> None:
    found = parsed(draft.printed(width, end=end))
    assert [p.text for r in found.resolutions for p in r.paragraphs[1:]] == [line.text for line in draft.lines]


@pytest.mark.parametrize(
    "text", ["7" * 5000, ".;:," * 2000, "“" * 3000, "[" * 3000, "(a) " * 2000, "¹" * 5000, "I" * 3000]
)
def test_odd_texts_are_parsed(text: str) -> None:
    source = read("draft.txt", text.encode())
    assert of_document(parse(source)) == of_source(source)
