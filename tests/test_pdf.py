"""PDF files: what the pages hold together, what is refused, what means harm."""

import zlib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pdffiles import from_objects, from_streams, pdf
from travaux.errors import SourceError
from travaux.pipeline import parse, read
from travaux.readers.pdf import process
from travaux.readers.pdf.hyphens import Hyphens
from travaux.readers.pdf.page import Words, plain
from travaux.readers.pdf.words import continued, tidied, together

LINE = "The lanterns of the harbour are lit by hand at dusk"
GOOD = pdf(f"100 700 10: {LINE}")


def refused(content: bytes) -> str:
    with pytest.raises(SourceError) as error:
        read("draft.pdf", content)
    assert "\n" not in str(error.value)
    return str(error.value)


def column(left: int, words: str, lines: int = 20) -> str:
    return "\n".join(f"{left} {700 - 12 * n} 10: {words} {n:02d} of it" for n in range(lines))


def test_two_columns_are_read_one_after_the_other_and_told() -> None:
    left, right = (
        column(72, "left harbour lanterns and the old buoys"),
        column(320, "right islands and the light on rocks"),
    )
    found = read(
        "draft.pdf", pdf(f"72 730 10: {'Over both columns there stands a heading that goes on ' * 2}\n{left}\n{right}")
    )
    words = " ".join(block.text for block in found.blocks)
    assert "right" not in words[: words.rindex("left")]
    assert [(n.code, n.message) for n in found.notices] == [
        ("columns", "Page 1 of draft.pdf has two columns; the left one was read first.")
    ]


def test_a_column_that_ends_early_has_the_gutter_of_the_other_pages() -> None:
    left, right = "left harbour lanterns and the old buoys", "right islands and the light on rocks"
    first = f"{column(72, left)}\n{column(320, right)}"
    second = f"{column(72, left, 6)}\n{column(320, right, 3)}"
    words = " ".join(b.text for b in read("draft.pdf", pdf(first, second)).blocks if b.place.page == 2)
    assert words.count("right") == 3
    assert "right" not in words[: words.rindex("left")]


def test_prose_side_by_side_without_a_clear_gutter_is_told() -> None:
    rows = []
    for n in range(20):
        middle = 250 + 12 * (n % 10)
        rows += [
            f"72 {700 - 12 * n} 10: left harbour lanterns and buoys",
            f"{middle + 60} {700 - 12 * n} 10: right islands light",
        ]
    found = read("draft.pdf", pdf("\n".join(rows)))
    assert [n.code for n in found.notices] == ["columns-unclear"]
    assert all(block.text.count("\t") == 1 for block in found.blocks)


def test_places_are_pages() -> None:
    found = read("draft.pdf", pdf(f"100 700 10: {LINE}.", f"100 700 10: {LINE}."))
    assert [block.place.page for block in found.blocks] == [1, 2]


def test_words_that_stand_upright_are_told() -> None:
    turned = b"BT /F1 10 Tf 0 1 -1 0 50 300 Tm (Not for the harbour) Tj ET BT /F1 10 Tf 100 700 Td (Lanterns) Tj ET"
    found = read("draft.pdf", from_streams([turned]))
    assert [block.text for block in found.blocks] == ["Lanterns"]
    assert [(n.code, n.text) for n in found.notices] == [("sideways", "Not for the harbour")]


def test_recognised_words_are_read_and_told() -> None:
    found = read("draft.pdf", from_streams([b"BT /F1 10 Tf 3 Tr 100 700 Td (Lanterns) Tj ET"]))
    assert [block.text for block in found.blocks] == ["Lanterns"]
    assert [n.code for n in found.notices] == ["recognised-text"]


def test_a_page_of_pictures_among_others_is_told() -> None:
    found = read("draft.pdf", from_streams([b"BT /F1 10 Tf 100 700 Td (Lanterns) Tj ET", b"0 0 100 100 re f"]))
    assert [n.message for n in found.notices] == ["Page 2 of draft.pdf has no text, only pictures."]


def test_pictures_only_are_refused_with_advice() -> None:
    assert "run OCR over it" in refused(from_streams([b"0 0 100 100 re f"]))
    assert refused(from_streams([b""])) == "draft.pdf holds no text; is it a draft?"


def test_locked_files_are_refused() -> None:
    key = "/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<{0}>/U<{0}>>>/ID[<00><00>]".format("00" * 32)
    assert "locked with a password" in refused(from_streams([b"BT /F1 10 Tf (Lanterns) Tj ET"], trailer=key))


@pytest.mark.parametrize("cut", [9, 60, 300])
def test_pieces_of_files_are_refused(cut: int) -> None:
    assert "damaged PDF file" in refused(GOOD[:cut])


def test_trees_of_pages_without_end() -> None:
    tree = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 1000000>>"]
    assert "travaux reads PDF files of up to 3,000" in refused(from_objects(tree))
    mutual = [tree[0], b"<</Type/Pages/Kids[3 0 R]/Count 9>>", b"<</Type/Pages/Parent 2 0 R/Kids[2 0 R]/Count 9>>"]
    assert "of draft.pdf is damaged" in refused(from_objects(mutual))


def test_what_takes_too_much_time_or_memory_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "SECONDS", 0.5)
    bomb = zlib.compress(b"BT /F1 12 Tf 72 700 Td " + b"(lanterns) Tj " * 3_000_000 + b"ET", 9)
    packed = b"<</Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream" % (len(bomb), bomb)
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        packed,
        b"<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>",
    ]
    assert "takes too much time or memory" in refused(from_objects(objects))


def test_pages_of_single_letters_are_refused() -> None:
    letters = b" ".join(b"1 0 0 1 %d %d Tm (a) Tj" % (n * 7 % 600, n * 13 % 780) for n in range(process.MAX_RUNS + 50))
    assert "pieces of text" in refused(from_streams([b"BT /F1 8 Tf " + letters + b" ET"]))


def test_too_large_a_file_is_not_begun(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "MAX_BYTES", 100)
    assert "travaux reads PDF files of up to" in refused(GOOD)


def test_a_name_with_braces_is_a_name() -> None:
    assert (
        "{0}.pdf"
        in read("{0}.pdf", from_streams([b"BT /F1 9 Tf 9 9 Td (a) Tj ET", b"0 0 9 9 re f"])).notices[0].message
    )


def test_a_resolution_is_parsed_from_its_pages() -> None:
    text = """123 700 12: **Lanterns of the harbour**
147 670 10: *The General Assembly*,
147 652 10: *Recalling* its resolution 99/1 on the lanterns,^1^
147 634 10: 1. *Requests* the Keeper to count the lanterns;
147 616 10: 2. *Decides* to meet again.
100 98 8: __________________
117 87 8.5: ^1^ A/99/1."""
    (found,) = parse(read("draft.pdf", pdf(text))).resolutions
    assert [p.address for p in found.paragraphs] == ["title", "opening", "PP1", "OP1", "OP2"]
    assert [(n.number, n.text, [r.paragraph for r in n.references]) for n in found.notes] == [("1", "A/99/1.", ["pp1"])]


words = st.text("ab-é /\u00ad*", max_size=12).map(plain)


@given(st.lists(words, min_size=1, max_size=12))
def test_lines_put_together_lose_nothing_but_spaces_and_hyphens(lines: list[Words]) -> None:
    def letters(text: str) -> str:
        return "".join(text.replace("-", "").replace("\u00ad", "").split())

    whole = together(lines, Hyphens(line.text for line in lines))
    assert letters(whole.text) == letters("".join(line.text for line in lines))
    assert len(whole.text) == len(whole.styles)


@given(st.lists(st.tuples(st.integers(0, 8), st.sampled_from(["1", "2", "*"])), max_size=4))
def test_signs_stay_within_the_words_and_known_ones_stay_signs(signs: list[tuple[int, str]]) -> None:
    given_words = Words("ab  cd e", bytes(8), tuple(sorted(signs)))
    found = tidied(given_words, frozenset("12*"))
    assert found.text == "ab cd e"
    assert [sign for _, sign in found.signs] == [sign for _, sign in given_words.signs]
    assert all(0 <= place <= len(found.text) for place, _ in found.signs)
    unknown = tidied(given_words, frozenset())
    assert not unknown.signs


def test_a_hyphen_between_lines() -> None:
    hyphens = Hyphens(["the interna-", "tional harbour", "an international lantern", "a well-", "lit and well-lit one"])
    assert continued(plain("interna-"), plain("tional"), hyphens).text == "international"
    assert continued(plain("well-"), plain("lit"), hyphens).text == "well-lit"
    assert continued(plain("1992–"), plain("2002"), hyphens).text == "1992–2002"


@pytest.mark.slow
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_damaged_bytes_end_in_a_source_or_in_one_sentence(data: st.DataObject) -> None:
    content = bytearray(
        pdf(f"100 700 10: {LINE},^1^\n100 98 8: ______\n117 87 8.5: ^1^ A/99/1.", f"100 700 10: {LINE}")
    )
    for _ in range(data.draw(st.integers(1, 12))):
        at = data.draw(st.integers(0, len(content) - 1))
        if data.draw(st.booleans()):
            content[at] = data.draw(st.integers(0, 255))
        else:
            del content[at : at + data.draw(st.integers(1, 40))]
    try:
        parse(read("draft.pdf", bytes(content)))
    except SourceError as error:
        said = str(error)
        assert "\n" not in said


def test_the_reader_of_pdf_is_loaded_for_pdf_only() -> None:
    import subprocess  # noqa: PLC0415
    import sys  # noqa: PLC0415

    script = "import sys; from travaux.pipeline import read; read('a', b'Lanterns'); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert [
        m
        for m in done.stdout.split()
        if m.startswith(("pypdfium2", "lxml", "travaux.readers.pdf", "travaux.readers.html"))
    ] == []


def test_the_extractor_is_a_program_of_its_own() -> None:
    source = Path(process.extracting.__file__).read_text(encoding="utf-8")
    assert "import travaux" not in source
    assert "from travaux" not in source
