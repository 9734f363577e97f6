"""Words for comparing: a text cut into tokens that a reader would not cut further."""

import re
import unicodedata
from collections.abc import Sequence
from functools import cache

from travaux.text import INVISIBLE, SPACES, fold

SPACE = SPACES + "\r\v\f\x1c\x1d\x1e\x1f\x85\u2028\u2029" + INVISIBLE
"""What follows a word and belongs to it. The line feed does not: it parts paragraphs and is its own token."""

_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
    "|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
    "|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre"
    "|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря"
)
_ROMAN = "[IVXLCDM]+"
_SESSION = rf"(?:\d{{4}}|(?:E?S-)?{_ROMAN})"
_GAP = r"[^\S\n\t]"
_UNSPACED = "[\u0e01-\u0eff\u2e80-\u9fff]|[\U0001b000-\U0003ffff]"

# Two rules keep this fast. Every repetition is possessive, or what follows it cannot be mistaken for it, so
# the time is linear in any text. And a class has at most two ranges above U+00FF: the compiler of `re` needs
# milliseconds for each that has more.
_PLAIN = r"[a-z]++ (?=[a-zA-Z0-9])|[A-Z][a-z]++ (?=[a-zA-Z0-9])|, (?=[a-zA-Z])"
_PART = r"(?:Rev|Add|Corr|Amend)\.\d++"
_BODY = r"[A-Z]++\d*+(?:[.\-][A-Z0-9]++){0,3}+(?:\(\d{1,4}\))?+"  # A, GC(67), EC-57, IDB.50, SS.VII
_SECTION = r"/[A-Za-z0-9]++(?:[.\-][A-Za-z0-9]++)*+(?:\(\d{1,4}\))?+"
_SYMBOL = (
    rf"(?=[A-Z]++[/\d.(\-])(?:{_BODY}(?:{_SECTION})++"
    rf"(?: ?\((?:{_SESSION}|(?:Vol\.|Part) ?{_ROMAN})\))?(?:/{_PART})*+(?: [A-Z](?![\w'’./]))?"
    rf"|[A-Z]\.\d\d\.{_ROMAN}\.\d++"
    r"|[A-Z]++\d*+(?:\.\d++)?+\(\d{1,4}\)|[A-Z]++\d++(?:\.[A-Z]?\d++)++)"  # MEPC.377(80), EB154(9), WHA75.8
    rf"|{_PART}(?:-\d++)?"
)
_RESOLUTION = (
    rf"\d{{1,4}}(?: [A-Z])? \({_SESSION}\)|\d{{1,4}}/(?:\d{{1,3}} [A-Z](?![\w'’./])"
    rf"|[A-Z]{{2,}}+(?:[.\-]\d++)*+(?:\(\d{{1,4}}\))?+(?:{_SECTION})*+)"  # 1/CMA.5, 26/COP.16
    rf"|\d{{1,3}} (?:C|EX)(?:{_SECTION})++"  # 41 C/5
)
_LINK = r"[A-Za-z0-9/%&=+#_~@$*|^\-]"
_ADDRESS = (
    rf"(?=[A-Za-z0-9])(?:(?:https?://|www\.)(?:{_LINK}++|[.,;:!?()'\[\]]++(?={_LINK}))++"
    r"|[A-Za-z0-9_.+\-]{1,64}+@[A-Za-z0-9\-]++(?:\.[A-Za-z0-9\-]++)*+)|"
)
_JOINT = "[-'\u00ad]|[\u2010\u2011]|’|[\u200b-\u200f]|[\u2060\ufeff]"
_TRAIL = r"[^\S\n]|[\u200b-\u200f]|[\u00ad\u2060]|\ufeff"


def _pattern(letters: str, letter: str, mark: str, *, addresses: bool) -> re.Pattern[str]:
    end = rf"(?!-?{letter})"
    day = rf"\d{{1,2}}(?:er|º)?{_GAP}(?:de )?"
    date = rf"{day}(?:{_MONTHS})(?: de)?{_GAP}\d{{4}}{end}|\d{{4}}年\d{{1,2}}月\d{{1,2}}日"
    grouped = rf"\d{{1,3}}(?:{_GAP}\d{{3}})++{end}"
    mixed = rf"\d{{1,3}}{_GAP}[1-9]/(?:[234568]|1[06])(?![\d/.,]\d)(?!\d){end}"
    number = rf"(?:{grouped}|{mixed}|\d++(?:(?:[.,/:]|[-\u2010-\u2013])\d++){{0,30}}+(?:\.[a-z])?{end})"
    unit = rf"{_GAP}(?:(?:thousand|million|billion|trillion|per cent|percent|%){end}|[ap]\.m\.)|%|{_GAP}?°[CF]?+"
    amount = rf"{number}(?:{unit})?"
    core = _ADDRESS if addresses else ""
    core += (
        rf"(?=\d)(?:{date}|{_RESOLUTION}|{amount})"
        rf"|(?=[A-Z])(?:{_SYMBOL}|US\${_GAP}?{amount})"
        rf"|{letters}(?:(?!--|['’]{2})(?:{_JOINT}{mark})++{letters})*+(?:-(?= ))?"
        rf"|(?:[$£¥]|€){_GAP}?{amount}"
        r"|\((?:[a-z]|[ivxlc]{2,5}|\d{1,3})\)|['‘-‛]{2}|``|\.{3}"
        r"|[^\n]"
    )
    return re.compile(rf"{_PLAIN}|(?:{core}|\n)(?:{_TRAIL}{mark})*+")


_WESTERN_TEXT = re.compile("[\x00-\u02ff\u2000-\u20cf]*+")


@cache
def _western(*, addresses: bool) -> re.Pattern[str]:
    """Made when a text needs it: few have addresses, and what looks for them reads half of the words twice."""
    return _pattern(r"\w++", r"[^\W\d_]", "", addresses=addresses)


@cache
def _every_script() -> re.Pattern[str]:
    """Made when a text needs it: marks stay with letters, scripts without spaces part at each letter."""
    blocks = ((0x300, 0x1100), (0x1AB0, 0x1E00), (0x20D0, 0x2100), (0x3099, 0x309B), (0xFE00, 0xFE30))
    points = (chr(code) for first, end in blocks for code in range(first, end))
    marks = "".join(point for point in points if unicodedata.category(point).startswith("M"))
    letters, letter = rf"(?:[A-Za-z0-9]++|(?!{_UNSPACED})\w)++", rf"(?!{_UNSPACED})[^\W\d_]"
    return _pattern(letters, letter, f"|[{marks}]", addresses=True)


def tokens(text: str) -> list[str]:
    """Return the tokens of a text; joined they are the text.

    Symbols, resolution numbers, dates, times, amounts and addresses of the web are whole; punctuation and the
    line feed are tokens of their own; space belongs to the token before it. Han, Kana, Thai and Lao are cut at
    each letter.

    >>> tokens("Recalls its resolution 58/136 of 9 December 2003, annex;")
    ['Recalls ', 'its ', 'resolution ', '58/136 ', 'of ', '9 December 2003', ', ', 'annex', ';']
    """
    if text.isascii() or _WESTERN_TEXT.fullmatch(text):
        return _western(addresses="@" in text or "://" in text or "www." in text).findall(text)
    return _every_script().findall(text)


def keys(words: Sequence[str]) -> list[str]:
    r"""Return for each token the key by which it is compared.

    Glyphs and Unicode form are folded as `text.fold` does, the space after the word is left out; case stays. The
    key of space at the beginning of a text is one space, that of a line feed is the line feed.

    >>> keys(["Assembly’s ", "“", "co‑operation", "\n"])
    ["Assembly's", '"', 'co-operation', '\n']
    """
    cores = list(map(str.rstrip, words))
    if _ODD.isdisjoint(cores) and "".join(cores).isascii():
        return cores
    odd = {core for core in set(cores) if core in _ODD or not core.isascii()}
    folded = {core: "\n" if core.startswith("\n") else fold(core) or " " for core in odd - {""}}
    return [
        folded.get(core, core) or ("\n" if word[0] == "\n" else " ") for core, word in zip(cores, words, strict=True)
    ]


_ODD = frozenset({"", "`", "``", "''"})  # what folding changes in plain ASCII, and what is nothing but space


def firm(key: str) -> bool:
    """Whether a key is a number, date, time, amount, citation, symbol or paragraph edge: never lost from sight.

    >>> [firm(key) for key in ("58/136", "S/2004/276", "21 July 2004", "States", ",")]
    [True, True, True, False, False]
    """
    return _FIRM.search(key) is not None


_FIRM = re.compile(r"\d|\n|^[A-Z]+/[A-Z]")
