"""Speed and memory against the budgets, peers side by side in the same run.

    python benchmarks/speed.py [--quick] [--sizes 50,500,5000,50000] [--seed 1]

Drafts of these sizes are made by `generate.py`. Travaux gets them parsed; peers get the same numbered text, one
paragraph a line. "align + redline" aligns the paragraphs and makes the redline of every link; the bars are about
that. Each budget is one line: the ratio, the bar, and whether it is met. Work is done in turn; ratios are of
processor time, child processes included, medians over the rounds, with Python's collector as Python sets it.
"git, without numbers" is git on the same lines with the numbers taken off: then no line differs by its number only,
and git has a third of the work; no bar is about it. F1 says that the links so quickly made are right.
`--quick` leaves out 50,000 paragraphs, repeats less, and takes less than a minute. The peer `redlines` is measured
where it is installed (`pip install --group benchmarks`).
"""

import argparse
import platform
import statistics
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path
from typing import NamedTuple

import footprint
import peers
import words
from generate import Pair, generate
from measuring import Costs, interleaved
from travaux.alignment import align
from travaux.collector import resting
from travaux.model.comparison import Segment
from travaux.model.document import Paragraph, Resolution
from travaux.pipeline import compare, parse, read
from travaux.pipeline.classifying import classified
from travaux.pipeline.comparing import changes
from travaux.pipeline.referring import followed
from travaux.redlining import redline

SIZES = (50, 500, 5_000, 50_000)
ROUNDS = {50: 60, 500: 20, 5_000: 7, 50_000: 2}
QUICK = {50: 20, 500: 7, 5_000: 3}
PEERS_AT = 500
"""The size at which the slow peers are measured; none of them ends in time at ten times that."""
CLASSING, CLASSED_AT = "classing and references", 5_000
"""What each change means, and what became of the cross-references; its bar holds at this size."""
OURS, GIT, HTML, REDLINES, WORDS = "align + redline", "git --word-diff", "difflib.HtmlDiff", "redlines", "dmp words"
BARE = "git, without numbers"
WHOLE, PARSING = "compare, to values", "read and parse both"
SLOW = (WHOLE, PARSING, CLASSING, HTML, REDLINES, WORDS)
"""What is done a few times only."""
MEMORY_AT, SMALL, LARGE = 5_000, 5_000, 50_000


class Plan(NamedTuple):
    """What one run was told."""

    folder: Path
    """Where the texts are written."""
    seed: int
    quick: bool

    def rounds(self, size: int) -> int:
        """Return how often a size is done."""
        return (QUICK if self.quick else ROUNDS).get(size, 3)

    def few(self, size: int) -> int:
        """Return how often the slow ones are done at a size."""
        return 1 if self.quick or size >= LARGE else 3


@dataclass
class Report:
    """What was measured, to be printed with the ratios first."""

    ratios: list[str] = field(default_factory=list)
    times: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=peers.missing)

    def budget(self, what: str, ratio: float, bar: float) -> None:
        """Add a ratio beside its bar."""
        verdict = "met" if ratio <= bar else f"not met by {100 * (ratio / bar - 1):.0f} %"
        self.ratios.append(f"{what:62} {_fraction(ratio):>9}  bar {_fraction(bar):>6}  {verdict}")


def _fraction(ratio: float) -> str:
    return f"{ratio:.2f}" if ratio >= 1 else f"1/{1 / ratio:.0f}" if ratio < 1 / 10 else f"1/{1 / ratio:.1f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--sizes", type=lambda given: tuple(map(int, given.split(","))), default=SIZES)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    report = Report()
    with tempfile.TemporaryDirectory() as folder:
        plan = Plan(Path(folder), given.seed, given.quick)
        sizes = [size for size in given.sizes if size in QUICK or not given.quick]
        measured = {size: _measured(report, plan, size) for size in sizes}
        _growth(report, measured)
        _memory(report, plan.folder, max((size for size in sizes if size <= MEMORY_AT), default=0))
    _paragraph(report, given.seed, 3 if given.quick else 9)
    _start_up(report, 5 if given.quick else 25)
    print(*report.ratios, "", *report.times, "", *report.left_out, sep="\n")
    print(f"Python {platform.python_version()}, {peers.git_version()}, {platform.machine()}, seed {given.seed}")


def _measured(report: Report, plan: Plan, size: int) -> Costs:
    """Measure one size and report its ratios; its texts stay in the folder."""
    pair = generate(size, plan.seed)
    names = _written(plan.folder, f"{size}.txt", pair.typed())
    old, new = _parsed(names, pair)
    lines = pair.typed("\n")
    works: dict[str, Callable[[], object] | None] = {
        OURS: lambda: align_and_redline(old, new),
        GIT: peers.git_words(*_written(plan.folder, f"{size}.lines", lines)),
        BARE: peers.git_words(*_written(plan.folder, f"{size}.bare", pair.bare())),
        WHOLE: lambda: compare(old, new),
        PARSING: lambda: _parsed(names, pair),
        CLASSING: _classing(old, new),
    }
    if size <= PEERS_AT:
        works |= {HTML: peers.html(*lines), WORDS: peers.word_mode(*lines), REDLINES: peers.redlined(*lines)}
    costs = interleaved({name: work for name, work in works.items() if work}, plan.rounds(size), SLOW, plan.few(size))
    for name, bar in ((GIT, 2.0), (REDLINES, 1 / 300), (HTML, 1 / 40)):
        if name in costs.all and (size == PEERS_AT or (name == GIT and size < LARGE)):
            report.budget(f"{OURS} / {name}, {size:,} paragraphs", costs.ratio(OURS, name), bar)
    if size == CLASSED_AT:
        report.budget(f"{CLASSING} / {OURS}, {size:,} paragraphs", costs.ratio(CLASSING, OURS), 0.5)
    both = sum(len(line.encode()) for line in lines)
    report.times.append(
        f"{size:,} paragraphs, {both / 1e6:.2f} MB, {plan.rounds(size)} rounds; links F1 {_f1(pair, old, new):.4f}"
    )
    report.times += (
        f"    {name:24} {1e3 * costs.elapsed(name):10.2f} ms  processor {1e3 * costs.processor(name):10.2f} ms"
        f"  / {OURS} {costs.ratio(name, OURS):9.2f}, {len(costs.all[name])} times"
        for name in costs.all
    )
    return costs


def _classing(old: Resolution, new: Resolution) -> Callable[[], object]:
    """What is done of two texts when all that became of their paragraphs is known."""
    made = changes(old, new, align(old.paragraphs, new.paragraphs))

    def classing() -> object:
        with resting():
            return classified(old, new, made, (), followed(old, new, made))

    return classing


def align_and_redline(old: Resolution, new: Resolution) -> list[tuple[Segment, ...]]:
    """Align two texts and return the redline of every link that has both sides."""
    olds, news = {p.id: p.text for p in old.paragraphs}, {p.id: p.text for p in new.paragraphs}
    return [
        redline("\n".join(map(olds.__getitem__, link.old)), "\n".join(map(news.__getitem__, link.new)))
        for link in align(old.paragraphs, new.paragraphs).links
        if link.old and link.new
    ]


def _written(folder: Path, name: str, texts: tuple[str, str]) -> list[Path]:
    paths = [folder / f"{side}.{name}" for side in ("old", "new")]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text, encoding="utf-8")
    return paths


def _parsed(paths: list[Path], pair: Pair) -> tuple[Resolution, Resolution]:
    old, new = (parse(read(path.name, path.read_bytes())).choose() for path in paths)
    for resolution, texts in ((old, pair.old), (new, pair.new)):
        understood = [p.text[:-1] for p in _body(resolution)]
        if understood != [text[:-1] for text in texts]:
            raise RuntimeError("the parser made other paragraphs: travaux would not get what its peers get")
    return old, new


def _body(resolution: Resolution) -> list[Paragraph]:
    """The generated paragraphs, without the title and the opening."""
    return [p for p in resolution.paragraphs if p.part in ("preambular", "operative")]


def _f1(pair: Pair, old: Resolution, new: Resolution) -> float:
    """How right the links are that were so quickly made, over pairs of old and new paragraphs."""
    places = [{p.id: n for n, p in enumerate(_body(side))} for side in (old, new)]
    found = {
        (places[0][i], places[1][j])
        for link in align(old.paragraphs, new.paragraphs).links
        for i, j in product(link.old, link.new)
        if i in places[0] and j in places[1]
    }
    return 2 * len(found & pair.links) / (len(found) + len(pair.links))


def _growth(report: Report, measured: dict[int, Costs]) -> None:
    if SMALL in measured and LARGE in measured:
        ratio = measured[LARGE].processor(OURS) / measured[SMALL].processor(OURS)
        report.budget(f"{OURS}, {LARGE:,} / {SMALL:,} paragraphs", ratio, 12.0)


def _memory(report: Report, folder: Path, size: int) -> None:
    texts = [folder / f"{side}.{size}.txt" for side in ("old", "new")]
    peak = footprint.memory(*texts) if size else None
    if peak is None:
        report.left_out.append("peak memory: read from /proc/self/status, which is not here, or no size up to 5,000")
        return
    both = sum(text.stat().st_size for text in texts)
    report.budget(f"peak memory above the interpreter / both texts, {size:,}", peak.compared / both, 16.0)
    report.times.append(
        f"peak resident memory above a bare interpreter (VmHWM), {size:,} paragraphs of {both / 1e6:.2f} MB: "
        f"{peak.compared / 1e6:.1f} MB. Of these are modules {peak.imported / 1e6:.1f} MB, "
        f"read and parsed texts {(peak.parsed - peak.imported) / 1e6:.1f} MB, "
        f"comparing {(peak.compared - peak.parsed) / 1e6:.1f} MB ({(peak.compared - peak.parsed) / both:.1f} texts)"
    )


def _paragraph(report: Report, seed: int, rounds: int) -> None:
    made = words.pairs(seed)
    costs = [(words.seconds(redline, made), words.seconds(words.peer, made)) for _ in range(rounds)]
    ratio = statistics.median(our / their for our, their in costs)
    report.budget("redline of one 150-word paragraph / diff-match-patch in word mode", ratio, words.BAR)


def _start_up(report: Report, runs: int) -> None:
    least = footprint.start_up(runs)
    bare = least["bare"]
    report.budget("travaux --version / python -c pass", least["version"] / bare, 4.0)
    report.budget("travaux diff of the example / python -c pass", least["diff"] / bare, 12.0)
    report.times.append(
        f"start-up, least processor time of {runs}: python {1e3 * bare:.1f} ms, --version {1e3 * least['version']:.1f}"
        f" ms, diff {1e3 * least['diff']:.1f} ms, diff with an option (parsed by Typer, which loads pydantic) "
        f"{1e3 * least['options']:.1f} ms; importing pydantic alone {1e3 * least['pydantic']:.1f} ms "
        f"({least['pydantic'] / bare:.1f} times python)"
    )


if __name__ == "__main__":
    main()
