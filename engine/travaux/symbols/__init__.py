"""Document symbols of the United Nations: as values, and in running text."""

from travaux.symbols.finding import FoundSymbol, expand, find_symbols
from travaux.symbols.value import Symbol

__all__ = ["FoundSymbol", "Symbol", "expand", "find_symbols"]
