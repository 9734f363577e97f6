"""The files of a tree, told as they are."""

from travaux.errors import ArchiveError
from travaux.store.faults import fault
from travaux.store.running import Runner
from travaux.store.values import Entry, Limits


def listed(runner: Runner, id: str, limits: Limits) -> dict[str, Entry]:  # noqa: A002
    """Path -> entry of every file below a commit or tree.

    The listing is read as it comes and stopped at the limit, since it can be longer than any disk.

    Raises:
        ArchiveError: as `Store.tree` says.
    """
    child = runner.start("ls-tree", "-r", "-z", "--full-tree", "-l", id)
    found: dict[str, Entry] = {}
    rest = b""
    try:
        while chunk := child.answers.read1(65536):
            *lines, rest = (rest + chunk).split(b"\0")
            for line in lines:
                entry = _entry(line)
                found[entry.path] = entry
            if len(found) > limits.entries:
                raise ArchiveError(f"the tree {id} of {runner.named} has more than {limits.entries:,} files")
        if child.wait():
            raise fault(runner.named, child.complaint())
    finally:
        child.end()
    return found


def _entry(line: bytes) -> Entry:
    facts, _, path = line.partition(b"\t")
    mode, _type, id_, size = facts.decode("ascii").split()
    return Entry(path.decode("utf-8", "surrogateescape"), id_, mode, int(size) if size.isdigit() else None)
