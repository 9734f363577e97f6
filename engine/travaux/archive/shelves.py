"""The dossiers of an archive as they stand at one moment, and which of them a draft belongs to."""

from collections.abc import Mapping

from travaux.archive.growing import Growing
from travaux.archive.histories import read
from travaux.archive.layout import Held, held, named, slug
from travaux.archive.trees import RECORD, record
from travaux.errors import ArchiveError
from travaux.store import Store
from travaux.text import fold


class Shelves:
    """The dossiers at one moment; each is read when it is asked for, and may grow."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.holdings: Mapping[str, Held] = held(store.refs(), store.remote)
        self.open: dict[str, Growing] = {}
        self._titles: dict[str, set[str]] | None = None

    def dossier(self, name: str) -> Growing:
        """Return a dossier; a new one where there is none of this name."""
        if name not in self.open:
            found = self.holdings.get(name)
            if found and found.newest and found.newest not in found.tags.values():
                raise ArchiveError(
                    f"the tag of the last draft of {name} is missing or was moved; "
                    "recording would give its ordinal away",
                    "travaux verify tells which; git tag sets it again",
                )
            read_ = read(self.store, {name: found})[name] if found else None
            revisions = dict(read_.revisions) if read_ else {}
            self.open[name] = Growing(self.store, name, found or Held(), revisions)
        return self.open[name]

    def name(self, given: str | None, title: str | None) -> str:
        """Return the name of the dossier that a draft belongs to.

        The name that was given; else the only dossier whose latest draft has the same title, up to spaces, glyphs
        and case; else a name made from the title.

        Raises:
            ArchiveError: the name given cannot be one, there is no title either, several dossiers have it, or the
                name made from it is that of another text.
        """
        if given is not None:
            return named(given)
        if not title:
            raise ArchiveError("the draft has no title from which its dossier could be told", "name one with --dossier")
        fitting = self._called().get(_folded(title), set())
        if len(fitting) > 1:
            raise ArchiveError(
                f"{len(fitting)} dossiers hold a text of this title", f"name one: {', '.join(sorted(fitting))}"
            )
        if fitting:
            return next(iter(fitting))
        made = slug(title)
        if made in self.holdings or made in self.open:
            raise ArchiveError(
                f"the dossier {made} holds a text of another title",
                f"name one with --dossier; if it is this one, {made}",
            )
        return made

    def called(self, name: str, title: str | None) -> None:
        """Note that the latest draft of a dossier has this title."""
        titles = self._called()
        for names in titles.values():
            names.discard(name)
        if title:
            titles.setdefault(_folded(title), set()).add(name)

    def _called(self) -> dict[str, set[str]]:
        """Folded title -> names of the dossiers whose latest draft has it."""
        if self._titles is None:
            self._titles = {}
            ends = {name: found.branch for name, found in self.holdings.items() if found.branch}
            records = self.store.read_many(f"{commit}:{RECORD}" for commit in ends.values())
            for name, content in zip(ends, records, strict=True):
                title = record(content).title if content else None
                if title:
                    self._titles.setdefault(_folded(title), set()).add(name)
        return self._titles


def _folded(title: str) -> str:
    return fold(title).casefold()
