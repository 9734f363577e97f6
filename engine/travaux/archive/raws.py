"""The lines of all drafts of a dossier, read by one process and held once."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from travaux.archive import deltas
from travaux.archive.trees import DELTA, ROWS, TEXT, Raw, Sharing
from travaux.errors import ArchiveError
from travaux.store import Store


class Raws:
    """The lines of the drafts of a dossier by their ordinals: read up to the one that is asked for, then kept.

    Of a draft that was recorded with what it changes in its one base, only that is read. A draft from which none was
    made is read whole too, and both must say the same: so what was asked about the end of a line is never told of
    other words than stand there. From the first draft on that was recorded without it, all are read whole.
    """

    def __init__(
        self,
        store: Store,
        dossier: str,
        order: Sequence[int],
        bases: Callable[[int], Sequence[int]],
        root: Callable[[int], str],
    ) -> None:
        """Prepare to read.

        Args:
            store: the archive.
            dossier: its name.
            order: the drafts, bases before what is made from them.
            bases: what a draft was made from.
            root: the id of its commit or tree.
        """
        self._store = store
        self._dossier = dossier
        self._order = order
        self._bases = bases
        self._root = root
        self._known: dict[int, Raw] = {}
        self._shared = Sharing()
        self._reading = self._read()

    def __getitem__(self, ordinal: int) -> Raw:
        """Return the lines of a draft.

        Raises:
            ArchiveError: a draft is damaged.
        """
        while ordinal not in self._known:
            read = next(self._reading, None)
            if read is None:  # an earlier call was told what is damaged
                raise ArchiveError(f"{self._dossier}@{ordinal} cannot be read", "travaux verify tells more")
            self._known[read[0]] = read[1]
            if len(self._known) == len(self._order):
                self._reading = iter(())  # it refers to this object, and only the collector would free both
        return self._known[ordinal]

    def _read(self) -> Iterator[tuple[int, Raw]]:
        made_from = {base for number in self._order for base in self._bases(number)}
        paths: list[tuple[str, ...]] = []
        for number in self._order:
            alone = len(self._bases(number)) == 1
            paths.append((DELTA,) * alone + (TEXT, ROWS) * (not alone or number not in made_from))
        found = self._files(zip(self._order, paths, strict=True))
        for place, (number, wanted) in enumerate(zip(self._order, paths, strict=True)):
            files = {path: next(found, None) for path in wanted}
            delta = files.pop(DELTA, None)
            if delta is None and not files:
                found = iter(())  # ends the child
                yield from self._wholes(self._order[place:])
                return
            made = None if delta is None else self._made(number, delta)
            if files:
                whole = self._whole(number, files[TEXT], files[ROWS])
                if made not in (None, whole):
                    raise ArchiveError(
                        f"{self._dossier}@{number} is damaged: {DELTA} leads to something else than {TEXT} and {ROWS}",
                        "travaux verify tells more",
                    )
                made = made or whole
            if made:
                yield number, made

    def _wholes(self, numbers: Sequence[int]) -> Iterator[tuple[int, Raw]]:
        found = self._files((number, (TEXT, ROWS)) for number in numbers)
        for number, text, rows in zip(numbers, found, found, strict=True):
            yield number, self._whole(number, text, rows)

    def _files(self, wanted: Iterable[tuple[int, Sequence[str]]]) -> Iterator[bytes | None]:
        return self._store.read_many([f"{self._root(number)}:{path}" for number, paths in wanted for path in paths])

    def _whole(self, number: int, text: bytes | None, rows: bytes | None) -> Raw:
        if text is None or rows is None:
            raise ArchiveError(f"{self._dossier}@{number} lacks {ROWS if text is not None else TEXT}")
        try:
            return self._shared.raw(text, rows)
        except ArchiveError as fault:
            raise self._damaged(number, fault) from None

    def _made(self, number: int, delta: bytes) -> Raw:
        try:
            return deltas.applied(self._known[self._bases(number)[0]], delta)
        except ArchiveError as fault:
            raise self._damaged(number, fault) from None

    def _damaged(self, number: int, fault: ArchiveError) -> ArchiveError:
        return ArchiveError(f"{self._dossier}@{number} is damaged: {fault.message}", fault.hint)
