"""The archive against git: blame of every word, and import of many drafts, side by side in the same run.

    python benchmarks/archive.py [--revisions 2000] [--edits 1] [--rounds 5] [--seed 1]

A draft of 78 paragraphs is redrafted so many times; each time as many paragraphs as `--edits` says are changed, all
of them in the last 40 % of the text, so that the blame of the others leads back to the first draft. `git blame` runs
on `text.md` of the same commits and names a draft for each paragraph; ours opens the archive and names one for each
word. Both run twice: on the pack as it was recorded, and on a copy packed as tightly as git can, where git is faster.
Ours takes from git what each draft changes (`delta.json`, half a kilobyte here); git unpacks each text for itself.

The import is measured in two parts: writing alone against `git fast-import` of the very same commits, and the whole
way from the bytes of the drafts, which git does not do. The bar is about the time from start to end, medians over the
rounds: ours works on one draft while git unpacks the next, where there is a second processor that is free. The ratio
of processor time, child processes included, stands beside it (`measuring.py`).
"""

import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from generate import Rates, generate
from measuring import interleaved
from travaux.archive import Archive
from travaux.archive.entries import Entry
from travaux.store import Identity, Store

PARAGRAPHS = 78
LATER = 0.6
"""Where the part of the text begins in which all changes are."""
DOSSIER = "almanacs"
BLAME, GIT_BLAME = "blame of words", "git blame"
PACKED_BLAME, PACKED_GIT_BLAME = "the same, repacked", "git blame, repacked"
WRITE, FAST_IMPORT = "bulk writing", "git fast-import"
PAIRS = ((BLAME, GIT_BLAME, 2.0), (PACKED_BLAME, PACKED_GIT_BLAME, 2.0), (WRITE, FAST_IMPORT, 3.0))
"""Ours, git's, and the bar."""
GIT = shutil.which("git") or "git"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--revisions", type=int, default=2000)
    parser.add_argument("--edits", type=int, default=1)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "archive.git"
        start = time.process_time()
        _imported(place, drafts(given.revisions, given.edits, given.seed))
        whole = time.process_time() - start
        packed = Path(folder) / "packed.git"
        shutil.copytree(place, packed)
        _git(packed, "repack", "-adfq")
        trees = _trees(place)
        stream = Path(folder) / "stream"
        stream.write_bytes(_git(place, "fast-export", "--all", "--reencode=yes", "--signed-tags=strip"))
        ours: list[int] = []
        works = {
            BLAME: lambda: ours.append(_blame(place)),
            GIT_BLAME: lambda: _git_blame(place),
            PACKED_BLAME: lambda: ours.append(_blame(packed)),
            PACKED_GIT_BLAME: lambda: _git_blame(packed),
            WRITE: lambda: _written(Path(folder), trees),
            FAST_IMPORT: lambda: _fast_imported(Path(folder), stream),
        }
        costs = interleaved(works, given.rounds, (), 0)
        sizes = [sum(path.stat().st_size for path in kept.rglob("*.pack")) / 2**20 for kept in (place, packed)]
    for name, other, bar in PAIRS:
        waited, ratio = costs.elapsed(name) / costs.elapsed(other), costs.ratio(name, other)
        verdict = "met" if waited <= bar else f"not met by {100 * (waited / bar - 1):.0f} %"
        print(
            f"{name} / {other}: {waited:.2f} from start to end, {ratio:.2f} of processor time  bar {bar:.0f}  {verdict}"
        )
    for name in works:
        print(
            f"{name:20} {1000 * costs.elapsed(name):8.0f} ms, {1000 * costs.processor(name):.0f} ms of processor time"
        )
    print(f"{'the whole import':20} {1000 * whole:8.0f} ms, {1000 * whole / given.revisions:.2f} ms a draft")
    print(f"{given.revisions} drafts, {ours[-1]} runs of words in the last")
    print(f"the pack has {sizes[0]:.1f} MiB, repacked {sizes[1]:.1f}")


def drafts(count: int, edits: int, seed: int) -> list[bytes]:
    """Return so many drafts, each as it is typed."""
    chance = random.Random(f"{count}/{edits}/{seed}")  # noqa: S311 - examples
    pair = generate(PARAGRAPHS, seed, Rates(*[0.0] * len(Rates._fields)))
    spare = [word for text in generate(PARAGRAPHS, seed + 1).old for word in text.rstrip(",;").split()]
    texts = pair.old
    made = []
    for number in range(count):
        if number:
            for _ in range(edits):
                at = chance.randrange(int(PARAGRAPHS * LATER), PARAGRAPHS)
                texts[at] = _edited(texts[at], spare, chance)
        made.append(pair.typed()[0].encode())
    return made


def _edited(text: str, spare: Sequence[str], chance: random.Random) -> str:
    """A word taken out, put in or changed; never the first two or the last."""
    words = text.split()
    place = chance.randrange(2, len(words) - 1)
    kind = chance.random()
    if kind < 1 / 3:
        words[place] = chance.choice(spare)
    elif kind < 2 / 3 or len(words) < 8:
        words.insert(place, chance.choice(spare))
    else:
        del words[place]
    return " ".join(words)


def _imported(place: Path, texts: Sequence[bytes]) -> None:
    entries = [Entry(name=f"draft-{n}.txt", content=text, dossier=DOSSIER) for n, text in enumerate(texts, 1)]
    who = Identity("benchmark", "benchmark@example.org")
    with Archive.init(place, environment=os.environ, identity=who, clock=lambda: 1_700_000_000) as archive:
        archive.import_(entries)


def _blame(place: Path) -> int:
    with Archive.open(place, environment=os.environ) as archive:
        return sum(len(paragraph.runs) for paragraph in archive.blame(DOSSIER).paragraphs)


def _git_blame(place: Path) -> None:
    _git(place, "blame", "--porcelain", f"dossier/{DOSSIER}", "--", "text.md")


def _trees(place: Path) -> list[dict[str, bytes]]:
    """The files of every draft, oldest first."""
    with Archive.open(place, environment=os.environ) as archive:
        commits = [revision.commit for revision in archive.dossier(DOSSIER).revisions]
    with Store.open(place, environment=os.environ) as store:
        paths = list(store.tree(commits[-1]))
        found = store.read_many([f"{commit}:{path}" for commit in commits for path in paths])
        files = [{path: next(found) for path in paths} for _ in commits]
        return [{path: content for path, content in one.items() if content is not None} for one in files]


def _written(folder: Path, trees: Sequence[dict[str, bytes]]) -> None:
    place = Path(tempfile.mkdtemp(dir=folder)) / "written.git"
    who = Identity("benchmark", "benchmark@example.org")
    with Store.create(place, description="benchmark", environment=os.environ) as store, store.bulk() as bulk:
        parents: list[str] = []
        for number, files in enumerate(trees):
            parents = [bulk.commit(files, parents, f"draft {number}\n", who, 1_700_000_000)]
        bulk.finish()
    shutil.rmtree(place.parent)


def _fast_imported(folder: Path, stream: Path) -> None:
    place = Path(tempfile.mkdtemp(dir=folder)) / "imported.git"
    _git(folder, "init", "-q", "--bare", str(place))
    with stream.open("rb") as read:
        subprocess.run([GIT, "fast-import", "--quiet"], cwd=place, stdin=read, check=True)
    shutil.rmtree(place.parent)


def _git(folder: Path, *arguments: str) -> bytes:
    return subprocess.run([GIT, *arguments], cwd=folder, check=True, capture_output=True).stdout


if __name__ == "__main__":
    sys.exit(main())
