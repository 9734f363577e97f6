"""Whether branch and tags hold what they should: every ordinal, and nothing that was not recorded."""

from collections.abc import Iterator, Mapping
from itertools import pairwise

from travaux.archive.layout import TAGS, Held, branch, newest, tag
from travaux.archive.trees import RECORD, record
from travaux.archive.verifying.files import Kept
from travaux.errors import ArchiveError
from travaux.model.evidence import Fault
from travaux.store import Store


def references(store: Store, name: str, held: Held, kept: Mapping[str, Kept]) -> Iterator[Fault]:
    """Yield what is wrong with the references of a dossier."""
    yield from _missing(name, held, _spoken_of(held, kept) | set(_last(store, held)))
    if held.newest is None and store.remote is None:
        yield _fault(name, None, f"The reference {newest(name)} is missing: a tag could be lost unnoticed.")
    elif held.newest and held.tags and held.newest != held.tags[max(held.tags)]:
        highest = tag(name, max(held.tags)).removeprefix(TAGS)
        held_by_both = f"The reference {newest(name)} and the tag {highest}, the highest, do not hold the same draft"
        yield _fault(name, max(held.tags), f"{held_by_both}: a tag is missing, or the history was rewritten.")
    if held.branch is None:
        yield _fault(name, None, f"The branch dossier/{name} is missing.")
        return
    tagged = {commit: number for number, commit in held.tags.items()}
    if held.branch not in tagged:
        yield _fault(name, None, f"The branch dossier/{name} ends at {held.branch[:12]}, which no tag holds.")
    else:
        for one in kept.values():
            if not one.old and one.commit and held.branch in one.commit.parents:
                where = f"{name}@{tagged[held.branch]}, but {one.name} was made from it"
                yield _fault(name, one.ordinal, f"The branch dossier/{name} was set back: it ends at {where}.")
    yield from _unrecorded(store, name, held, kept)


MOST_NAMED = 20
"""Missing tags of a gap that are named one by one: a stranger's archive may speak of the thousand-millionth draft."""


def _missing(name: str, held: Held, told: set[int]) -> Iterator[Fault]:
    """Ordinals have no gaps, and whatever is spoken of has its tag."""
    for before, number in pairwise(sorted({0, *held.tags, *told})):
        if number - before - 1 > MOST_NAMED:
            tags = f"{name}/{before + 1:04} to {name}/{number - 1:04}"
            yield _fault(name, before + 1, f"The tags {tags} are missing.")
        else:
            for gap in range(before + 1, number):
                yield _fault(name, gap, f"The tag {name}/{gap:04} is missing: ordinals have no gaps.")
        if number not in held.tags:
            yield _fault(name, number, f"The tag {name}/{number:04} is missing: {name}@{number} was recorded.")


def _spoken_of(held: Held, kept: Mapping[str, Kept]) -> set[int]:
    """The ordinals that something speaks of."""
    bases = {base.ordinal for one in kept.values() if one.draft for base in one.draft.record.bases}
    return bases | {number for number, _ in held.superseded}


def _last(store: Store, held: Held) -> Iterator[int]:
    """The ordinal of the draft that was recorded last, where its tag is missing."""
    if held.newest and held.newest not in held.tags.values():
        try:
            yield record(store.read(f"{held.newest}:{RECORD}")).ordinal
        except ArchiveError:
            return


def _unrecorded(store: Store, name: str, held: Held, kept: Mapping[str, Kept]) -> Iterator[Fault]:
    """Commits of someone else: the branch or a tag reaches them, and nothing holds them as drafts."""
    heads = {*held.tags.values(), *((held.branch,) if held.branch else ())}
    try:
        reached = store.history(sorted(heads))
    except ArchiveError as fault:
        yield Fault(kind="object", dossier=name, message=f"The history of {name} cannot be followed: {fault.message}.")
        return
    for commit in reached:
        if commit.id not in kept:
            said = commit.message.partition("\n")[0][:60]
            where = f"{commit.id[:12]} ({said!r}, by {commit.committer[:60]})"
            yield _fault(name, None, f"The history of {name} holds the commit {where}, which is no recorded draft.")
        elif kept[commit.id].old and commit.id not in held.tags.values():
            yield _fault(name, kept[commit.id].ordinal, f"{branch(name)} still reaches {kept[commit.id].name}.")


def _fault(name: str, number: int | None, message: str) -> Fault:
    return Fault(kind="reference", dossier=name, revision=number, message=message)
