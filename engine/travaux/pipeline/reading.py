"""From a file to a resolution: read, parse, choose."""

import hashlib
from collections.abc import Mapping
from pathlib import Path

from travaux.errors import SourceError
from travaux.languages import detected, language
from travaux.model.document import Document, Notice, Resolution, Source
from travaux.pipeline.files import chosen, content_of, printable, understood
from travaux.readers import READERS, reader
from travaux.readers.formats import Format, format_named, format_of


def read(name: str, content: bytes, options: Mapping[str, str] | None = None, *, office: str | None = None) -> Source:
    """Return what the bytes of a file hold, block by block. The bytes tell the format, not the name.

    Args:
        name: the file's name, for messages and reports.
        content: its bytes.
        options: reading options by name, such as `{"revisions": "accepted"}`; each reader takes those it knows.
            `language` is the code of the language that `parse` reads the source in; else the words tell it.
        office: path of LibreOffice's `soffice`, which makes Word files of old and foreign formats; None where
            it is not to be used.

    Raises:
        SourceError: the bytes are no draft that travaux reads; the message says what they are.
        FormatError: an option has a value that it cannot have.
        LanguageError: travaux does not read the language of the option.
    """
    found = format_of(content)
    if found.name in READERS:
        source = _read_as(found.name, name, content, options or {})
    elif found.office and office is not None:
        source = _read_converted(found, name, content, options or {}, office)
    else:
        raise _unreadable(found, name)
    source = _in_language(source, (options or {}).get("language"))
    promised = format_named(name)
    if promised is None or promised.name == found.name:
        return source
    said = f"{name} is {found.what}, although its name is that of {promised.what}."
    return source.model_copy(update={"notices": (Notice(code="suffix", message=said), *source.notices)})


def _in_language(source: Source, code: str | None) -> Source:
    """Keep the language that was asked for with the source, so that it is always parsed in it."""
    if code is None:
        return source
    options = {**source.origin.options, "language": language(code).code}
    return source.model_copy(update={"origin": source.origin.model_copy(update={"options": options})})


def _read_as(form: str, name: str, content: bytes, options: Mapping[str, str]) -> Source:
    chosen = reader(form)
    return chosen.read(content, name, {key: value for key, value in options.items() if key in chosen.options})


def _read_converted(found: Format, name: str, content: bytes, options: Mapping[str, str], office: str) -> Source:
    """Read what LibreOffice makes of a file; the source holds the bytes as received."""
    from travaux.readers.office import converted  # only a foreign format starts another program  # noqa: PLC0415

    made = _read_as(
        "word", name, converted(content, found.suffixes[0] if found.suffixes else ".xml", name, office), options
    )
    said = f"{name} is {found.what}; it was read as LibreOffice converts it to Word."
    origin = made.origin.model_copy(update={"sha256": hashlib.sha256(content).hexdigest()})
    notices = (Notice(code="converted", message=said), *made.notices)
    return made.model_copy(update={"origin": origin, "content": content, "notices": notices})


def _unreadable(found: Format, name: str) -> SourceError:
    promised = format_named(name)
    other = promised is not None and promised.name != found.name and not found.veiled
    instead = f", not {promised.what}" if promised is not None and other else ""
    advice = found.advice
    if found.office:
        advice = "install LibreOffice, with which travaux converts it, or save it as .docx"
    return SourceError(f"{name} is {found.what}{instead}", advice)


def read_path(path: str | Path, options: Mapping[str, str] | None = None, *, office: str | None = None) -> Source:
    """Read a file by its path; otherwise as `read`. Messages name the path as it was given, the source its last part.

    Raises:
        SourceError: missing, a directory, too large, not readable, or no draft.
        FormatError: as `read`.
    """
    source = read(printable(str(path)), content_of(str(path)), options, office=office)
    origin = source.origin.model_copy(update={"name": printable(Path(path).name)})
    return source.model_copy(update={"origin": origin})


def parse(source: Source) -> Document:
    """Return the resolutions of a source, in the language that it was read in, else in the one that its words tell.

    Never raises on content.
    """
    from travaux.parsing import parse as parse_in  # a caller that only reads needs no parser  # noqa: PLC0415

    code = source.origin.options.get("language")
    if code is not None:
        return parse_in(source, language(code))
    found, doubtful = detected([block.text for block in source.blocks])
    document = parse_in(source, found)
    if not doubtful:
        return document
    said = f"The language was not recognised; the text was read as {found.name}."
    return document.model_copy(update={"notices": (*document.notices, Notice(code="language", message=said))})


def load(where: str, options: Mapping[str, str] | None = None, *, office: str | None = None) -> Resolution:
    """Read, parse and choose in one step: `load("volume.txt#2004/19")`.

    An existing path of that very name wins over the `#`; with several `#`, the longest path that exists.
    Options and `office` are those of `read`.

    Raises:
        SourceError: the file could not be read.
        FormatError: an option has a value that it cannot have.
        ChoiceError: the resolution is not in it, or none was named where there are several.
    """
    wanted = understood(where)
    return chosen(parse(read_path(wanted.name, options, office=office)), wanted)
