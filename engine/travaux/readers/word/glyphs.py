"""Characters of symbol fonts (Symbol, Wingdings), which Word writes as codes of the font, as Unicode."""

_SYMBOL_LOW = " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"
_SYMBOL_HIGH = "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪"
_SYMBOL = dict(enumerate(_SYMBOL_LOW, 0x20)) | dict(enumerate(_SYMBOL_HIGH, 0xA0))
_WINGDINGS = {
    0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "□", 0x70: "❐", 0x71: "❑", 0x72: "❒", 0x73: "⬧", 0x74: "⧫", 0x75: "◆",
    0x76: "❖", 0x77: "⬥", 0x9F: "•", 0xA1: "○", 0xA7: "▪", 0xA8: "◻", 0xD8: "➢", 0xDC: "➲", 0xDF: "←", 0xE0: "→",
    0xE1: "↑", 0xE2: "↓", 0xE8: "➔", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑", 0x28: "☎", 0x2A: "✉", 0xF0: "⇨",
}  # fmt: skip
_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS}
PRIVATE = range(0xF000, 0xF100)
"""Where Unicode has Word's codes of symbol fonts."""


def glyph(code: int, font: str | None) -> str:
    """Return the character that a code of a font shows; a code that is not known stays as it is.

    >>> glyph(0xF0B7, "Symbol"), glyph(0xF0FC, "Wingdings")
    ('•', '✓')
    """
    if not 0 < code < 0x110000 or 0xD800 <= code < 0xE000:
        return "\ufffd"
    table = _FONTS.get((font or "").casefold())
    low = code - PRIVATE.start if code in PRIVATE else code
    if table is not None and low in table:
        return table[low]
    if code == 0xF0B7:
        return "•"
    return chr(code)


def shown(text: str, font: str | None) -> str:
    """Return a text with its codes of symbol fonts as characters."""
    if not any(ord(c) in PRIVATE for c in text):
        return text
    return "".join(glyph(ord(c), font) if ord(c) in PRIVATE else c for c in text)
