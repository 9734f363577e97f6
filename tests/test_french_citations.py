"""Citations in French: the number, what it cites, and the day."""

import pytest

from travaux.citations import find_citations
from travaux.languages import language

WORDS = language("fr").citations()


@pytest.mark.parametrize(
    ("speaker", "text", "found"),
    [
        ("GA", "Rappelant sa résolution 58/81 du 9 décembre 2003,", [("58/81", "A/RES/58/81", "2003-12-09", "")]),
        (
            "GA",
            "Rappelant ses résolutions 58/136 et 58/140 du 22 décembre 2003,",
            [("58/136", "A/RES/58/136", "2003-12-22", ""), ("58/140", "A/RES/58/140", "2003-12-22", "")],
        ),
        (
            "SC",
            "réaffirmant la résolution 1373 (2001) du 28 septembre 2001",
            [("1373 (2001)", "S/RES/1373(2001)", "2001-09-28", "")],
        ),
        (
            "GA",
            "la résolution 1373 (2001) du Conseil de sécurité, en date du 28 septembre 2001, et sa décision 58/565",
            [("1373 (2001)", "S/RES/1373(2001)", "2001-09-28", ""), ("58/565", "A/DEC/58/565", None, "")],
        ),
        (
            "SC",
            "la résolution 55/59 de l’Assemblée générale, en date du 4 décembre 2000,",
            [("55/59", "A/RES/55/59", "2000-12-04", "")],
        ),
        (
            "ECOSOC",
            "le paragraphe 5 de la section II de sa résolution 2004/19 du 1er juillet 2004",
            [("2004/19", "E/RES/2004/19", "2004-07-01", "paragraphe 5 de la section II")],
        ),
        (
            "GA",
            "le Conseil, dans sa résolution 6/34 du 14 décembre 2007, annexe,",
            [("6/34", "A/HRC/RES/6/34", "2007-12-14", "annexe")],
        ),
        (
            "GA",
            "sa résolution 217 A (III) du 10 décembre 1948",
            [("217 A (III)", "A/RES/217(III)[A]", "1948-12-10", "")],
        ),
        (
            "GA",
            "ses résolutions 56/1 du 12 septembre 2001, dans laquelle elle a décidé, et 57/27 du 19 novembre 2002,",
            [("56/1", "A/RES/56/1", "2001-09-12", ""), ("57/27", "A/RES/57/27", "2002-11-19", "")],
        ),
        ("GA", "le paragraphe 5 ci-dessus, alinéa a), 24/7, et/ou", []),
    ],
)
def test_a_citation(speaker: str, text: str, found: list[tuple[str, str, str | None, str]]) -> None:
    told = [
        (text[c.start : c.end], c.key, c.date.isoformat() if c.date else None, c.place)
        for c in find_citations(text, speaker, WORDS)
    ]
    assert told == found


def test_the_organs_of_both_languages_have_the_same_codes() -> None:
    english = {code for _, code in language("en").citations().organs}
    assert {code for _, code in WORDS.organs} <= english
