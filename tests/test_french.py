"""A second language: told by its words, read by its data, never compared with the first."""

from pathlib import Path

import pytest

from travaux.errors import LanguageError
from travaux.languages import detected, language
from travaux.model.document import Document
from travaux.pipeline import compare, load, parse, read
from travaux.text import fold
from travaux_cli.entry import main

FRENCH = """L’Assemblée générale,

Rappelant sa résolution 98/3 du 2 décembre 2043 sur les cadrans solaires,

Consciente de la fuite du temps,

1. Prie le Secrétaire général d’établir une liste des cadrans ;

2. Invite les États à nettoyer leurs cadrans au printemps ;

3. Décide de rester saisie de la question.
"""
REVISED = """L’Assemblée générale,

Rappelant ses résolutions 98/3 du 2 décembre 2043 et 99/12 du 1er juin 2044 sur les cadrans solaires,

Consciente de la fuite du temps,

1. Invite instamment les États à nettoyer leurs cadrans au printemps et à l’automne ;

2. Prie le Secrétaire général d’établir une liste des cadrans, et

3. Décide de rester saisie de la question.
"""
ENGLISH = """The General Assembly,

Recalling its resolution 98/3 of 2 December 2043 on sundials,

1. Requests the Secretary-General to establish a list of the sundials;

2. Decides to remain seized of the matter.
"""
SPANISH = """La Asamblea General,

Recordando su resolución 98/3, de 2 de diciembre de 2043, relativa a los relojes de sol de los Estados Miembros,

Consciente de que el tiempo vuela y de que nada lo detiene,

1. Pide al Secretario General que establezca una lista de los relojes y que presente un informe a la Asamblea;

2. Decide seguir ocupándose de la cuestión.
"""
Capture = pytest.CaptureFixture[str]


def _parsed(text: str, **options: str) -> Document:
    return parse(read("draft.txt", text.encode(), options))


@pytest.mark.parametrize(("text", "code"), [(FRENCH, "fr"), (REVISED, "fr"), (ENGLISH, "en")])
def test_the_words_tell_the_language(text: str, code: str) -> None:
    document = _parsed(text)
    assert (document.language, document.choose().language, document.notices) == (code, code, ())


def test_a_text_that_no_word_tells_is_read_as_the_first_language() -> None:
    found, doubtful = detected([])
    assert (found.code, doubtful) == ("en", False)


def test_a_language_that_is_not_known_is_told() -> None:
    document = _parsed(SPANISH)
    assert [notice.code for notice in document.notices] == ["language"]


def test_the_language_asked_for_is_kept_with_the_source() -> None:
    document = _parsed(ENGLISH, language="fr")
    assert document.language == "fr"
    assert document.choose().language == "fr"  # the paragraphs as they stand: the opening line is none in French
    assert document.origin is not None
    assert document.origin.options == {"language": "fr"}
    assert _parsed(FRENCH).origin != _parsed(FRENCH, language="fr").origin


def test_a_language_that_is_not_read_is_refused() -> None:
    with pytest.raises(LanguageError, match="does not read the language xx"):
        read("draft.txt", ENGLISH.encode(), {"language": "xx"})


def test_two_drafts_in_french_are_compared() -> None:
    comparison = compare(_parsed(FRENCH).choose(), _parsed(REVISED).choose())
    found = {(change.old, change.new): change for change in comparison.changes}
    assert found[("op1",), ("op2",)].relation == found[("op2",), ("op1",)].relation == "kept"
    assert sum(change.moved for change in comparison.changes) == 1
    assert not found[("pp2",), ("pp2",)].altered
    assert "".join(s.text for s in found[("pp1",), ("pp1",)].redline if s.op == "add").startswith("ses résolutions")


def test_the_conjunction_before_the_last_item_is_no_other_word() -> None:
    lists = [
        f"L’Assemblée générale,\n\n1. Prie les gardiens :\n\na) De compter;{end}\n\nb) D’écrire." for end in ("", " et")
    ]
    old, new = (_parsed(text).choose() for text in lists)
    assert {c.reason.split(";")[0] for c in compare(old, new).changes} == {"same words"}


def test_drafts_of_two_languages_are_refused(tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "old.txt").write_text(FRENCH, "utf-8")
    (tmp_path / "new.txt").write_text(ENGLISH, "utf-8")
    names = [str(tmp_path / name) for name in ("old.txt", "new.txt")]
    for command in ("diff", "table"):
        assert main([command, *names]) == 2
        told = capsys.readouterr().err
        assert told.startswith(
            "travaux: the old draft is in French, the new one in English; compare drafts of one language"
        )
    assert main(["diff", *names, "--language", "fr"]) == 0  # both read in French: one has no resolution in it


def test_inspect_reads_in_the_language_asked_for(tmp_path: Path, capsys: Capture) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text(FRENCH, "utf-8")
    assert main(["inspect", str(draft)]) == 0
    assert " OP3 " in capsys.readouterr().out
    assert main(["inspect", str(draft), "--language", "en"]) == 0
    assert " OP3 " not in capsys.readouterr().out
    assert main(["inspect", str(draft), "--language", "xx"]) == 2


def test_a_path_is_loaded_in_its_language(tmp_path: Path) -> None:
    draft = tmp_path / "brouillon.txt"
    draft.write_text(FRENCH, "utf-8")
    text = load(str(draft))
    assert (text.organ, text.count("preambular"), text.count("operative")) == ("Assemblée générale", 2, 3)


@pytest.mark.parametrize("apostrophe", ["'", "’"])
@pytest.mark.parametrize("space", [" ", "\u00a0", "\u202f", ""])
def test_apostrophes_and_blanks_before_marks_tell_nothing(apostrophe: str, space: str) -> None:
    text = FRENCH.replace("’", apostrophe).replace(" ;", f"{space};")
    addresses = [p.address for p in _parsed(text).choose().paragraphs]
    assert addresses == [p.address for p in _parsed(FRENCH).choose().paragraphs]


def test_an_organ_is_named_without_its_article() -> None:
    for organ, code in language("fr").organs.items():
        text = FRENCH.replace("L’Assemblée générale", organ)
        found = _parsed(text).choose().organ
        assert found is not None
        assert fold(organ).endswith(fold(found)), code
        assert not fold(found).startswith(("L", "l")), code
