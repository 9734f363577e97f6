r"""Word files for tests, made from lines that a person can read.

One line is one paragraph or one row of a table:

    #1.0 *Requests* the {+new+}[-old-] register;[^1]     number 1, level 0; italics; inserted, deleted; a note
    (Heading 1) Lanterns ¶-                               a style; the end of the paragraph is deleted
    | Harbour | Lanterns |                                a row; `+|` an inserted one, `-|` a deleted one

Inserted `{+ +}`, deleted `[- -]`, moved to here `{> >}`, moved away `[< <]`; `¶+ ¶- ¶> ¶<` the same for the end
of a paragraph. `\\` is a line break, `<w:...>...</w:...>` is XML as it stands, and so is a line that is all XML.

Lists, one a line: `1: decimal "%1." | lowerLetter "(%2)" restart=0`, or `2 = 1 start0=5` for a list that shares the
numbers of list 1 and begins again at 5. Notes, one a line: `1: A/99/1, annex.`
"""

import io
import re
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
_BY = 'w:id="0" w:author="Ana Li" w:date="2044-03-05T09:30:00Z"'
_WRAPPERS = {"{+": "ins", "[-": "del", "{>": "moveTo", "[<": "moveFrom"}
_ENDS = {"+": "ins", "-": "del", ">": "moveTo", "<": "moveFrom"}
_TOKEN = re.compile(
    r"(?P<open>\{\+|\[-|\{>|\[<)|(?P<close>\+\}|-\]|>\}|<\])|\[\^(?P<note>\w+)\]|(?P<star>\*\*?)|(?P<br>\\\\)|(?P<xml><(?P<tag>w:\w+)[^>]*?(?:/>|>.*?</(?P=tag)>))"
)
_LINE = re.compile(
    r"(?:#(?P<list>\d+)(?:\.(?P<level>\d))? )?(?:\((?P<style>[A-Z][^)]*)\) )?(?P<words>.*?)(?: ?¶(?P<end>[-+<>]))?"
)
_ROW = re.compile(r"(?P<track>[+-])?\|(?P<cells>.*)\|")
_LIST = re.compile(r'(?P<form>\w+) "(?P<text>[^"]*)"(?P<more>.*)')
_RELATED = ("styles", "numbering", "footnotes", "endnotes", "settings", "comments")


def docx(parts: Mapping[str, str], *, relations: Mapping[str, str] | None = None) -> bytes:
    """A ZIP archive of parts (path -> content) with the relations of its main part (kind -> target)."""
    out = io.BytesIO()
    links = "".join(
        f'<Relationship Id="r{n}" Type="{R}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate((relations or {}).items())
    )
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        whole = {
            "[Content_Types].xml": _types(parts),
            "_rels/.rels": _relations(f'<Relationship Id="r" Type="{R}/officeDocument" Target="word/document.xml"/>'),
            "word/_rels/document.xml.rels": _relations(links),
        } | dict(parts)
        for path, content in whole.items():
            archive.writestr(zipfile.ZipInfo(path, (2044, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def word(lines: str, *, lists: str = "", notes: str = "", **xml: str) -> bytes:
    """A Word file of lines; `styles`, `settings`, `header` ... are the inside of those parts as XML."""
    inside = {"numbering": numbering(lists)} if lists else {}
    if notes:
        inside["footnotes"] = "".join(_note(line) for line in notes.splitlines())
    inside |= xml
    roots = {"header": "hdr", "footer": "ftr"}
    parts = {f"word/{kind}.xml": part(roots.get(kind, kind), content) for kind, content in inside.items()}
    parts["word/document.xml"] = part("document", f"<w:body>{body(lines)}</w:body>")
    return docx(parts, relations={kind: f"{kind}.xml" for kind in inside})


def part(root: str, content: str) -> str:
    """A part of WordprocessingML."""
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{root} {_SPACES}>{content}</w:{root}>'


def body(lines: str) -> str:
    """The XML of lines; rows that follow each other are one table."""
    out: list[str] = []
    rows: list[str] = []
    for line in [*lines.splitlines(), ""]:
        if match := _ROW.fullmatch(line.strip()):
            rows.append(_row(match))
            continue
        if rows:
            out.append(f"<w:tbl><w:tblPr/>{''.join(rows)}</w:tbl>")
            rows = []
        if line.startswith("<") and line.endswith(">"):
            out.append(line)
        elif line.strip():
            out.append(paragraph(line))
    return "".join(out)


def paragraph(line: str) -> str:
    """The XML of one line."""
    match = _LINE.fullmatch(line)
    assert match
    told = f'<w:pStyle w:val="{match["style"]}"/>' if match["style"] else ""
    if match["list"]:
        told += f'<w:numPr><w:ilvl w:val="{match["level"] or 0}"/><w:numId w:val="{match["list"]}"/></w:numPr>'
    if match["end"]:
        told += f"<w:rPr><w:{_ENDS[match['end']]} {_BY}/></w:rPr>"
    return f"<w:p>{f'<w:pPr>{told}</w:pPr>' if told else ''}{_runs(match['words'])}</w:p>"


def numbering(lists: str) -> str:
    """The XML of lists, without its root."""
    abstracts, numbers = "", ""
    for line in lists.splitlines():
        if shared := re.fullmatch(r"(\d+) = (\d+)(.*)", line):
            starts = "".join(
                f'<w:lvlOverride w:ilvl="{at}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
                for at, start in re.findall(r"start(\d)=(\d+)", shared[3])
            )
            numbers += f'<w:num w:numId="{shared[1]}"><w:abstractNumId w:val="{shared[2]}"/>{starts}</w:num>'
            continue
        key, _, levels = line.partition(": ")
        inside = "".join(_level(at, level) for at, level in enumerate(levels.split(" | ")))
        abstracts += f'<w:abstractNum w:abstractNumId="{key}">{inside}</w:abstractNum>'
        numbers += f'<w:num w:numId="{key}"><w:abstractNumId w:val="{key}"/></w:num>'
    return abstracts + numbers


def _level(at: int, level: str) -> str:
    match = _LIST.fullmatch(level.strip())
    assert match, level
    more = dict(re.findall(r"(\w+)=(\w+)", match["more"]))
    told = f'<w:start w:val="{more.get("start", 1)}"/><w:numFmt w:val="{match["form"]}"/>'
    told += f'<w:lvlRestart w:val="{more["restart"]}"/>' if "restart" in more else ""
    told += f'<w:pStyle w:val="{more["style"]}"/>' if "style" in more else ""
    told += "<w:isLgl/>" if "legal" in more else ""
    told += f'<w:lvlText w:val="{escape(match["text"])}"/>'
    told += f'<w:rPr><w:rFonts w:ascii="{more["font"]}"/></w:rPr>' if "font" in more else ""
    return f'<w:lvl w:ilvl="{at}">{told}</w:lvl>'


def _row(match: re.Match[str]) -> str:
    track = f"<w:trPr><w:{_ENDS[match['track']]} {_BY}/></w:trPr>" if match["track"] else ""
    cells = (cell.strip() for cell in match["cells"].split("|"))
    inside = "".join(f"<w:tc>{''.join(paragraph(p.strip()) for p in cell.split('&&'))}</w:tc>" for cell in cells)
    return f"<w:tr>{track}{inside}</w:tr>"


def _note(line: str) -> str:
    key, _, words = line.partition(": ")
    number = '<w:r><w:footnoteRef/><w:t xml:space="preserve"> </w:t></w:r>'
    return f'<w:footnote w:id="{key}"><w:p>{number}{_runs(words)}</w:p></w:footnote>'


def _runs(words: str) -> str:
    out = ""
    at, looks, deleted = 0, "", False
    for token in [*_TOKEN.finditer(words), None]:
        between = words[at : token.start() if token else len(words)]
        if between:
            tag = "delText" if deleted else "t"
            told = f"<w:rPr>{looks}</w:rPr>" if looks else ""
            out += f'<w:r>{told}<w:{tag} xml:space="preserve">{escape(between)}</w:{tag}></w:r>'
        if token is None:
            break
        at = token.end()
        if token["open"]:
            deleted = token["open"] == "[-"
            out += f"<w:{_WRAPPERS[token['open']]} {_BY}>"
        elif token["close"]:
            deleted = False
            out += f"</w:{_WRAPPERS[{'+}': '{+', '-]': '[-', '>}': '{>', '<]': '[<'}[token['close']]]}>"
        elif token["note"]:
            out += f'<w:r><w:footnoteReference w:id="{token["note"]}"/></w:r>'
        elif token["star"]:
            tag = "<w:b/>" if token["star"] == "**" else "<w:i/>"
            looks = looks.replace(tag, "") if tag in looks else looks + tag
        elif token["br"]:
            out += "<w:r><w:br/></w:r>"
        else:
            out += token["xml"]
    return out


def _relations(links: str) -> str:
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{links}</Relationships>'
    )


def _types(parts: Mapping[str, str]) -> str:
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    told = "".join(
        f'<Override PartName="/{path}" ContentType="{main}.{"document.main" if kind == "document" else kind}+xml"/>'
        for path in parts
        if (kind := path.rpartition("/")[2].removesuffix(".xml"))
    )
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{told}</Types>'
    )
