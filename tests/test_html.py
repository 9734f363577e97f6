"""Web pages, case by case; encodings; pages that mean harm."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefiles import Case, cases
from test_pdf_cases import printed
from travaux.errors import SourceError
from travaux.model.document import Source
from travaux.pipeline import parse, read

CURLY = "<html><meta charset={}><p>“Lanterns” of the café</p>"


def page(body: str) -> bytes:
    return (body if body.startswith("<html") else f"<html><body>{body}</body></html>").encode()


def shown(source: Source) -> list[str]:
    blocks = []
    for block in source.blocks:
        level = "#" * int(block.style.rpartition(" ")[2]) + " " if block.style else ""
        text = printed(block).replace("\n", "⏎").replace("\u00a0", " ")
        blocks.append(f"{block.label or '-'} => {level}{text}")
    notes = [f"[^{note.number}] => {note.text}" for note in source.notes]
    return blocks + notes + [f"{n.code} => {n.text}" for n in source.notices]


def refused(content: bytes) -> str:
    with pytest.raises(SourceError) as error:
        read("draft.html", content)
    assert "\n" not in str(error.value)
    return str(error.value)


@cases("web-pages.md", "page", "read")
def test_pages(case: Case) -> None:
    assert shown(read("draft.html", page(case["page"]))) == case["read"].split("\n")


@pytest.mark.parametrize(
    ("named", "encoding"),
    [("utf-8", "utf-8"), ("iso-8859-1", "cp1252"), ("windows-1252", "cp1252"), ("utf-8", "utf-8-sig"), ("x", "utf-16")],
)
def test_encodings(named: str, encoding: str) -> None:
    found = read("draft.html", CURLY.format(named).encode(encoding))
    assert [block.text for block in found.blocks] == ["“Lanterns” of the café"]
    assert found.notices == ()


@pytest.mark.parametrize("named", ["zlib", "utf-7", "idna", "undefined", "no-such", "rot13"])
def test_encodings_that_no_page_has_are_passed_over(named: str) -> None:
    found = read("draft.html", f"<html><meta charset={named}><p>Lanterns +ADw-b+AD4-</p>".encode())
    assert [block.text for block in found.blocks] == ["Lanterns +ADw-b+AD4-"]


def test_an_encoding_that_does_not_fit_is_guessed_and_told() -> None:
    found = read("draft.html", CURLY.format("utf-8").encode("cp1252"))
    assert [block.text for block in found.blocks] == ["“Lanterns” of the café"]
    assert [notice.code for notice in found.notices] == ["encoding"]


def test_places_are_lines() -> None:
    found = read("draft.html", b"<html>\n<p>Lanterns</p>\n\n<p>buoys</p>")
    assert [block.place.line for block in found.blocks] == [2, 4]


@pytest.mark.parametrize("tag", ["div", "b", "table><tr><td", "ol><li"])
def test_nesting_without_end(tag: str) -> None:
    assert "is nested too deeply" in refused(page(f"<{tag}>" * 50_000 + "Lanterns"))


def test_too_many_tags() -> None:
    assert "more than 250,000 tags" in refused(page("<p>a" * 300_000))


def test_a_paragraph_without_end() -> None:
    assert "a paragraph of more than 4,194,304 characters" in refused(page("<p>" + "lantern " * 600_000))


def test_entities_of_its_own_are_not_expanded() -> None:
    declared = b'<!DOCTYPE html [<!ENTITY a "aaaaaaaaaa"><!ENTITY b SYSTEM "file:///etc/hostname">]>'
    found = read("draft.html", declared + b"<html><p>&a;&b; Lanterns</p>")
    assert found.blocks[-1].text == "&a;&b; Lanterns"


@pytest.mark.parametrize(
    "content", [b"<html></html>", b"<html><script>var a = 1</script></html>", b"<html><body>&nbsp;"]
)
def test_pages_without_words_are_refused(content: bytes) -> None:
    assert refused(content) == "draft.html holds no text; is it a draft?"


def test_a_resolution_is_parsed_from_a_page() -> None:
    body = """<h1>Lanterns of the harbour</h1><p><i>The General Assembly</i>,</p><p><i>Recalling</i> its resolution
    99/1,<a href="#n1" class="noteref"><sup>1</sup></a></p><ol><li>Requests the Keeper to count the lanterns;</li>
    <li>Decides to meet again.</li></ol><hr><p id="n1">1. A/99/1.</p>"""
    (found,) = parse(read("draft.html", page(body))).resolutions
    assert [(p.address, p.label) for p in found.paragraphs][1:] == [
        ("opening", None),
        ("PP1", None),
        ("OP1", "1."),
        ("OP2", "2."),
    ]
    assert [(n.text, [r.paragraph for r in n.references]) for n in found.notes] == [("A/99/1.", ["pp1"])]


TAGS = """<p> </p> <li> <ol> </ol> <td> <tr> <table> </table> <b> </i> <i> <br> a &nbsp; <sup>1</sup> <nav> </nav> <del>
</del> <div_hidden> </div> < <a_href="#n1"><sup>1</sup></a> <p_id="n1">"""
pieces = st.sampled_from([*(tag.replace("_", " ") for tag in TAGS.split()), " b "])


@given(st.lists(pieces, max_size=40))
def test_any_order_of_tags_is_read(found: list[str]) -> None:
    try:
        source = read("draft.html", page("".join(found)))
    except SourceError as error:
        said = str(error)
        assert "\n" not in said
        return
    for block in source.blocks:
        assert all(0 <= mark.start <= mark.end <= len(block.text) for mark in block.marks)
    parse(source)


@given(
    st.lists(
        st.sampled_from(["<p>", "<b>", "</b>", "<td>", "<tr>", "<li>", "<br>", "harbour", "lantern ", "buoy"]),
        max_size=30,
    )
)
def test_every_word_that_is_shown_is_read(found: list[str]) -> None:
    wanted = "".join(piece for piece in found if piece[0] != "<").replace(" ", "")
    content = page("".join(found))
    if not wanted:
        assert "holds no text" in refused(content)
        return
    got = "".join("".join(block.text.split()) for block in read("draft.html", content).blocks)
    assert got == wanted
