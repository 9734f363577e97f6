"""Words by number."""

from travaux.alignment.tokens import stem


class Vocabulary(dict[str, int]):
    """Gives each word the number of its stem; asking for a new word numbers it.

    >>> numbers = Vocabulary()
    >>> numbers["recalls,"] == numbers["recalls"] != numbers["recess"]
    True
    """

    def __init__(self) -> None:
        super().__init__()
        self.stems: list[str] = []
        """The stem of each number."""
        self._numbers: dict[str, int] = {}

    def __missing__(self, word: str) -> int:
        found = stem(word)
        number = self[word] = self._numbers.setdefault(found, len(self.stems))
        if number == len(self.stems):
            self.stems.append(found)
        return number
