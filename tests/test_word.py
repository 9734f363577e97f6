"""Word files: what stands beside the words, and what is refused."""

import io
import zipfile
from pathlib import Path

import docx as python_docx
import pytest
from lxml import etree

from travaux import compare, load
from travaux.errors import FormatError, SourceError
from travaux.model.document import Block, Source
from travaux.pipeline import parse, read
from travaux.readers.word.reading import tracked_changes
from travaux.readers.word.revisions import TrackedChange
from wordfiles import W, docx, part, word

STYLES = """<w:docDefaults/>
<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Head"><w:name w:val="_ H _Ch_G"/><w:basedOn w:val="N"/>
  <w:rPr><w:i/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Sub"><w:name w:val="Sub"/><w:basedOn w:val="Head"/>
  <w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="character" w:styleId="Lead"><w:name w:val="Lead"/><w:rPr><w:i/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Round"><w:name w:val="Round"/><w:basedOn w:val="Round"/></w:style>"""


def source(content: bytes, **options: str) -> Source:
    return read("draft.docx", content, options)


def marked(block: Block) -> list[tuple[str, str]]:
    return [(m.kind, block.text[m.start : m.end]) for m in block.marks]


def test_emphasis_becomes_marks_over_words() -> None:
    (block,) = source(
        word(
            "*Requests *{+*also *+}the **Keeper** to count",
        ),
        revisions="accepted",
    ).blocks
    assert block.text == "Requests also the Keeper to count"
    assert marked(block) == [("italic", "Requests also"), ("bold", "Keeper")]


def test_styles_lend_emphasis_and_lists_and_their_names_are_evidence() -> None:
    lead = '<w:r><w:rPr><w:rStyle w:val="Lead"/></w:rPr><w:t>Takes note</w:t></w:r>'
    lines = f"(Head) Lanterns{lead}\n(Sub) Of harbours\n{lead} of it\n(Round) And round\nPlain"
    found = source(word(lines, styles=STYLES, lists='1: upperLetter "%1."')).blocks
    assert [(b.style, b.label, marked(b)) for b in found] == [
        ("_ H _Ch_G", None, [("italic", "Lanterns")]),  # italics in italics are upright again
        ("Sub", "A.", [("italic", "Of harbours")]),
        ("Normal", None, [("italic", "Takes note")]),
        ("Round", None, []),
        ("Normal", None, []),
    ]


def test_a_level_of_a_list_may_be_tied_to_a_style() -> None:
    lists = '1: decimal "%1." | lowerLetter "(%2)" style=Sub'
    found = source(word("#1.0 one\n(Sub) two\n(Sub) three", styles=STYLES, lists=lists)).blocks
    assert [b.label for b in found] == ["1.", "(a)", "(b)"]


def test_each_block_names_its_element() -> None:
    lines = "one\n| two | three |\n<w:sdt><w:sdtContent><w:p><w:r><w:t>four</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    content = word(lines)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    for block, words in zip(source(content).blocks, ("one", "twothree", "four"), strict=True):
        assert block.place.element is not None
        (element,) = root.getroottree().xpath(block.place.element, namespaces={"w": W})
        assert "".join(element.itertext()) == words


def test_a_joined_paragraph_stands_where_its_first_words_stand() -> None:
    found = source(word("[-gone-] ¶-\nstays, ¶-\ngoes on"), revisions="accepted").blocks
    assert [(b.text, b.place.element) for b in found] == [("stays,goes on", "/w:document/w:body/w:p[2]")]


def test_notes_are_numbered_as_word_does() -> None:
    settings = '<w:footnotePr><w:numFmt w:val="lowerLetter"/><w:numStart w:val="3"/></w:footnotePr>'
    lines = "One[^9] two[^7] one again[^9]"
    found = source(word(lines, notes="7: seven\n9: nine\n8: not referred to", settings=settings))
    assert [(n.number, n.text, n.place.element) for n in found.notes] == [
        ("c", "nine", "/w:footnotes/w:footnote[2]"),
        ("d", "seven", "/w:footnotes/w:footnote[1]"),
    ]
    assert [m.number for m in found.blocks[0].marks] == ["c", "d", "c"]


def test_notes_begin_again_in_each_section() -> None:
    section = (
        '<w:p><w:pPr><w:sectPr><w:footnotePr><w:numRestart w:val="eachSect"/></w:footnotePr></w:sectPr></w:pPr></w:p>'
    )
    settings = '<w:footnotePr><w:numRestart w:val="eachSect"/></w:footnotePr>'
    found = source(word(f"a[^1] b[^2]\n{section}\nc[^3]", notes="1: a\n2: b\n3: c", settings=settings))
    assert [n.number for n in found.notes] == ["1", "2", "1"]


def test_a_note_may_have_a_sign_of_its_own() -> None:
    mark = '<w:r><w:footnoteReference w:id="1" w:customMarkFollows="1"/><w:t>*</w:t></w:r>'
    found = source(word(f"Lanterns{mark}", notes="1: * Reissued for technical reasons."))
    assert found.blocks[0].text == "Lanterns"
    assert [(n.number, n.text) for n in found.notes] == [("*", "Reissued for technical reasons.")]


def test_endnotes_have_roman_numbers() -> None:
    mark = '<w:r><w:endnoteReference w:id="1"/></w:r>'
    found = source(
        word(f"Lanterns{mark}", endnotes='<w:endnote w:id="1"><w:p><w:r><w:t>End.</w:t></w:r></w:p></w:endnote>')
    )
    assert [(n.number, n.text) for n in found.notes] == [("i", "End.")]


def test_a_second_reference_to_a_note_is_a_field() -> None:
    raised = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>2</w:t></w:r>'
    field = "".join(
        f"<w:r>{inside}</w:r>"
        for inside in (
            '<w:fldChar w:fldCharType="begin"/>',
            "<w:instrText>NOTEREF _Ref1 \\f</w:instrText>",
            '<w:fldChar w:fldCharType="separate"/>',
            '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>1</w:t>',
            '<w:fldChar w:fldCharType="end"/>',
        )
    )
    found = source(
        word(
            f"Guide[^1] and guide{field} and 5 m{raised}",
            notes="1: A/99/1.",
        )
    )
    assert found.blocks[0].text == "Guide and guide and 5 m2"
    assert [(m.number, m.start) for m in found.blocks[0].marks] == [("1", 5), ("1", 15)]


def test_a_symbol_in_a_header_names_the_only_resolution() -> None:
    header = "<w:p><w:r><w:t>A/C.9/99/L.3</w:t></w:r></w:p><w:p><w:r><w:t>Lanterns</w:t></w:r></w:p>"
    lines = "Lanterns\nThe General Assembly,\nRecalling the lanterns,\nCounts them."
    found = source(word(lines, header=header, footer="<w:p><w:r><w:t>Lanterns</w:t></w:r></w:p>"))
    assert [(m.kind, m.text) for m in found.metadata] == [("symbol", "A/C.9/99/L.3"), ("running_head", "Lanterns")]
    only = parse(found).choose()
    assert (only.symbol, only.kind, only.title) == ("A/C.9/99/L.3", "draft resolution", "Lanterns")


def test_what_is_left_out_is_told() -> None:
    comments = '<w:comment w:id="1"><w:p><w:r><w:t>Too dark?</w:t></w:r></w:p></w:comment>'
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>unseen</w:t></w:r>"
    found = source(word(f"Lanterns{hidden}\n<w:altChunk/>", comments=comments))
    assert [(n.code, n.text) for n in found.notices] == [
        ("hidden-text", "unseen"),
        ("comments", "Too dark?"),
        ("embedded-file", ""),
    ]


TRACKED = (
    '<w:p><w:ins w:author="Ana Li" w:date="2044-03-05T09:30:00Z"><w:r><w:t>a</w:t></w:r></w:ins>'
    '<w:ins w:author="Ana Li" w:date="2044-03-05T09:30:00Z"><w:r><w:t>b</w:t></w:r></w:ins><w:r><w:t>c</w:t></w:r>'
    '<w:ins w:author="Ana Li" w:date="2044-03-07T09:30:00Z"><w:r><w:t>d</w:t></w:r></w:ins>'
    '<w:del w:author="Ben Ode"><w:r><w:delText>e</w:delText></w:r></w:del></w:p>'
)


def test_tracked_changes_are_refused_until_one_chooses() -> None:
    with pytest.raises(SourceError) as refused:
        source(word(TRACKED))
    assert str(refused.value) == (
        "draft.docx holds tracked changes (3, by 2 authors); choose --revisions accepted or --revisions original"
    )
    with pytest.raises(FormatError, match="not as both"):
        source(word(TRACKED), revisions="both")


def test_tracked_changes_name_their_authors_and_days() -> None:
    assert tracked_changes(word(TRACKED), "draft.docx") == [
        TrackedChange("insertion", "Ana Li", "2044-03-05T09:30:00Z"),
        TrackedChange("insertion", "Ana Li", "2044-03-07T09:30:00Z"),
        TrackedChange("deletion", "Ben Ode", ""),
    ]
    found = source(word(TRACKED), revisions="original")
    assert found.origin.options == {"revisions": "original"}
    assert [n.message for n in found.notices] == [
        "2 tracked changes by Ana Li, 2044-03-05 to 2044-03-07.",
        "1 tracked change by Ben Ode.",
    ]


def test_a_text_that_was_deleted_whole_is_empty_and_no_error() -> None:
    assert source(word("[-gone-]"), revisions="accepted").blocks == ()
    assert source(word("Lanterns"), revisions="refuse").origin.options == {}


def test_emphasis_that_was_changed_is_as_it_was() -> None:
    change = '<w:rPrChange w:author="Ana Li"><w:rPr><w:i/></w:rPr></w:rPrChange>'
    run = f"<w:r><w:rPr>{change}</w:rPr><w:t>Requests</w:t></w:r>"
    states = [source(word(f"The {run}"), revisions=state).blocks[0] for state in ("original", "accepted", "refuse")]
    assert [marked(b) for b in states] == [[("italic", "Requests")], [], []]


def test_the_strict_form_of_the_standard_is_read() -> None:
    document = part("document", "<w:body><w:p><w:r><w:t>Lanterns</w:t></w:r></w:p></w:body>")
    strict = document.replace(W, "http://purl.oclc.org/ooxml/wordprocessingml/main")
    assert [b.text for b in source(docx({"word/document.xml": strict})).blocks] == ["Lanterns"]


def test_a_file_of_another_writer() -> None:
    made = python_docx.Document()
    made.add_heading("Lanterns of harbours", 1)
    made.add_paragraph("Counts the lanterns;", style="List Number")
    made.add_paragraph("Paints them;", style="List Number")
    made.add_paragraph("A dot", style="List Bullet")
    table = made.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "East", "12"
    out = io.BytesIO()
    made.save(out)
    found = source(out.getvalue())
    assert [(b.style, b.label, b.text) for b in found.blocks] == [
        ("heading 1", None, "Lanterns of harbours"),
        ("List Number", "1.", "Counts the lanterns;"),
        ("List Number", "2.", "Paints them;"),
        ("List Bullet", "•", "A dot"),
        ("Normal", None, "East\t12"),
    ]


LINES = """Counting of lanterns
The General Assembly,
Recalling the report on lanterns,{note}
{one}Requests the Keeper:
{a}To count the lanterns;
{b}To paint them;
{two}Decides to meet again."""


def test_typed_and_automatic_numbers_and_text_give_the_same(tmp_path: Path) -> None:
    typed = {"one": "1.  ", "a": "(a) ", "b": "(b) ", "two": "2.  "}
    automatic = {"one": "#1.0 ", "a": "#1.1 ", "b": "#1.1 ", "two": "#1.0 "}
    lists = '1: decimal "%1." | lowerLetter "(%2)"'
    files = {
        "text.txt": (LINES.format(note="[^1]", **typed).replace("\n", "\n\n") + "\n\n[^1]: A/99/1.").encode(),
        "typed.docx": word(LINES.format(note="[^1]", **typed), notes="1: A/99/1."),
        "automatic.docx": word(LINES.format(note="[^1]", **automatic), notes="1: A/99/1.", lists=lists),
    }
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    texts = [load(str(tmp_path / name)) for name in files]
    first = [(p.id, p.address, p.label, p.text) for p in texts[0].paragraphs]
    assert len(first) == 7
    for other in texts[1:]:
        assert [(p.id, p.address, p.label, p.text) for p in other.paragraphs] == first
        assert [(n.number, n.text, n.references) for n in other.notes] == [
            (n.number, n.text, n.references) for n in texts[0].notes
        ]
        assert {c.relation for c in compare(texts[0], other).changes if not c.altered} == {"kept"}
