"""The laws of alignment."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting import RESOLUTIONS, paragraph, paragraphs, redrafts, renumbered
from travaux.alignment import Pin, align, explain, sides
from travaux.errors import ChoiceError
from travaux.model.comparison import Alignment, Link, certainty
from travaux.model.document import Paragraph

Pair = tuple[list[Paragraph], list[Paragraph]]

SHORT = st.text("aβ文ع́ 7/.,;’\t", max_size=8)
ANY = st.lists(st.tuples(st.sampled_from(["title", "opening", "heading", "preambular", "operative", "annex"]), SHORT))


def pairs(alignment: Alignment) -> set[tuple[tuple[str, ...], tuple[str, ...]]]:
    return {(link.old, link.new) for link in alignment.links}


@given(st.lists(SHORT, max_size=12), st.lists(SHORT, max_size=12), ANY)
def test_every_paragraph_stands_in_one_link(old: list[str], new: list[str], mixed: list[tuple[str, str]]) -> None:
    """Law 1, on texts of any kind: repeated, empty, of all parts."""
    olds = renumbered([*(("operative", text) for text in old), *mixed])
    news = renumbered([*reversed(mixed), *(("operative", text) for text in new)])
    links = align(_distinct(olds), _distinct(news)).links
    assert sorted(i for link in links for i in link.old) == sorted(p.id for p in _distinct(olds))
    assert sorted(j for link in links for j in link.new) == sorted(p.id for p in _distinct(news))


def _distinct(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    return [p.model_copy(update={"id": f"p{n}"}) for n, p in enumerate(paragraphs)]


@given(redrafts())
def test_links_of_a_redraft_hold_every_paragraph(pair: Pair) -> None:
    links = align(*pair).links
    assert sorted(i for link in links for i in link.old) == sorted(p.id for p in pair[0])
    assert sorted(j for link in links for j in link.new) == sorted(p.id for p in pair[1])


@given(redrafts())
def test_a_text_aligned_with_itself_is_kept_whole(pair: Pair) -> None:
    """Law 3, first half."""
    for text in pair:
        for link in align(text, text).links:
            assert link.old == link.new
            assert (link.relation, link.moved, link.score, link.confidence) == ("kept", False, 1, 1)
            assert link.reason == "same words"


@given(redrafts())
def test_exchanging_the_sides_mirrors_the_links(pair: Pair) -> None:
    """Law 3, second half. Only of two that went equally far and are equally long is it a tie which has moved."""
    there, back = align(*pair), align(*reversed(pair))
    assert pairs(there) == {(new, old) for old, new in pairs(back)}
    assert {(link.old, link.new, link.confidence) for link in there.links if link.old and link.new} == {
        (link.new, link.old, link.confidence) for link in back.links if link.old and link.new
    }
    assert sum(link.moved for link in there.links) == sum(link.moved for link in back.links)


def _moved(alignment: Alignment) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    return [(link.old, link.new) for link in alignment.links if link.moved]


@given(RESOLUTIONS)
def test_of_two_that_changed_places_the_shorter_moved_whichever_side_is_old(old: list[Paragraph]) -> None:
    lines = [(p.part, p.text) for p in old]
    first = next(n for n, p in enumerate(old) if p.part == "operative")
    one, other = len(lines[first][1]), len(lines[first + 1][1])
    if one == other:
        return
    lines[first : first + 2] = lines[first + 1], lines[first]
    new = renumbered(lines)
    shorter = lines[first + 1][1] if one < other else lines[first][1]
    texts = {p.id: p.text for p in old}
    assert [texts[before[0]] for before, _ in _moved(align(old, new))] == [shorter]
    texts = {p.id: p.text for p in new}
    assert [texts[before[0]] for before, _ in _moved(align(new, old))] == [shorter]


@given(redrafts(), st.sampled_from([None, "OP7", "(a)", "1 bis"]))
def test_numbers_are_no_identity(pair: Pair, label: str | None) -> None:
    """Law 10: typed or automatic, renumbered or not."""
    old, new = pair
    other = [p.model_copy(update={"label": label}) for p in new]
    assert align(old, other) == align(old, new)


@given(redrafts())
def test_links_stand_in_the_order_of_the_new_text(pair: Pair) -> None:
    old, new = ([p.id for p in side] for side in pair)
    links = align(*pair).links
    firsts = [new.index(link.new[0]) for link in links if link.new]
    assert firsts == sorted(firsts)
    for place, link in enumerate(links):
        if not link.new:
            assert _before(links, place) == _anchor(links, old, link.old[0])


def _before(links: Sequence[Link], place: int) -> Link | None:
    """The link after which the removed one at this place stands, other removed ones passed over."""
    return next((link for link in reversed(links[:place]) if link.new), None)


def _anchor(links: Sequence[Link], old: list[str], removed: str) -> Link | None:
    """The link that holds the nearest earlier old paragraph that was neither moved nor removed."""
    holder = {i: link for link in links for i in link.old}
    earlier = [holder[i] for i in reversed(old[: old.index(removed)])]
    return next((link for link in earlier if link.new and not link.moved), None)


@given(RESOLUTIONS, st.data())
def test_what_is_inserted_moves_nothing(old: list[Paragraph], data: st.DataObject) -> None:
    lines = [(p.part, p.text) for p in old]
    place = data.draw(st.integers(len(lines) - 3, len(lines)))
    lines.insert(
        place, ("operative", "Thanks the wardens of the botanical garden for the seeds of rare alpine gentians;")
    )
    links = align(old, renumbered(lines)).links
    assert [link.relation for link in links].count("added") == 1
    assert not any(link.moved for link in links)
    assert [link.relation for link in links].count("kept") == len(old)


@given(RESOLUTIONS, st.data())
def test_what_moved_far_is_the_only_one_that_moved(old: list[Paragraph], data: st.DataObject) -> None:
    first = next(n for n, p in enumerate(old) if p.part == "operative")
    place = data.draw(st.integers(first, len(old) - 1))
    lines = [(p.part, p.text) for p in old]
    line = lines.pop(place)
    target = data.draw(st.integers(first, len(old) - 1).filter(lambda n: abs(n - place) > 1))
    lines.insert(target, line)
    moved = [link.old for link in align(old, renumbered(lines)).links if link.moved]
    assert moved == [(old[place].id,)]


@given(redrafts(), st.data())
def test_a_pin_is_obeyed(pair: Pair, data: st.DataObject) -> None:
    old, new = pair
    some_old = data.draw(st.lists(st.sampled_from([p.id for p in old]), unique=True, max_size=2))
    some_new = data.draw(st.lists(st.sampled_from([p.id for p in new]), unique=True, max_size=2))
    if not some_old and not some_new:
        return
    order = [p.id for p in old], [p.id for p in new]
    pin = Pin(tuple(some_old), tuple(some_new))
    alignment = align(old, new, [pin])
    pinned = {(link.old, link.new) for link in alignment.links if link.reason == "pinned"}
    olds, news = (tuple(sorted(ids, key=order[k].index)) for k, ids in enumerate((some_old, some_new)))
    whole = {(olds, news)} if olds and news else {((i,), ()) for i in olds} | {((), (j,)) for j in news}
    assert pinned == whole
    assert sorted(i for link in alignment.links for i in link.old) == sorted(order[0])


@pytest.mark.parametrize(
    ("pins", "said"),
    [
        ([Pin(("op9",), ("op1",))], "the old text has no paragraph op9"),
        ([Pin(("op1",), ("op9",))], "the new text has no paragraph op9"),
        ([Pin(("op1",), ("op1",)), Pin(("op1",), ())], "old paragraph op1 is pinned twice"),
        ([Pin(("op1",), ("op2", "op2"))], "new paragraph op2 is pinned twice"),
        ([Pin((), ())], "a pin names no paragraph"),
    ],
)
def test_an_impossible_pin_says_why(pins: list[Pin], said: str) -> None:
    text = paragraphs("OP1 Requests the keepers to light the beacons;\nOP2 Urges the vintners to prune in March;")
    with pytest.raises(ChoiceError, match=said):
        align(text, text, pins)


def test_reasons_are_words_for_a_reader() -> None:
    old = paragraphs(
        """
        OP1 Requests the harbour masters to light all beacons at dusk;
        OP2 Invites the vintners to share their records of hail and frost with the mountain provinces;
        OP3 Encourages notaries to keep a ledger of seals, and calls upon scribes to copy the almanac by hand;
        OP4 Regrets the loss of the brass sundial;
        """
    )
    new = paragraphs(
        """
        OP1 Requests the harbour masters to light all beacons at dawn;
        OP2 Strongly encourages the vintners to send records of hail, frost and drought to each of the provinces;
        OP3 Encourages notaries to keep a ledger of seals;
        OP4 Calls upon scribes to copy the almanac by hand;
        OP5 Thanks the wardens of the botanical garden;
        """
    )
    reasons = {(link.old, link.new): link.reason for link in align(old, new).links}
    assert reasons[("op1",), ("op1",)] == "same words but for 1"
    assert "of its weighted words" in reasons[("op2",), ("op2",)]
    assert reasons[("op3",), ("op3", "op4")].startswith("both halves are found in OP3: OP3 with 100 % and OP4 with")
    assert reasons[(), ("op5",)] == "nothing in the old text is like it"


def test_near_misses_are_told_on_demand() -> None:
    old = paragraphs("OP1 Requests the keepers of the northern lighthouses to log the fog signals of the estuary;")
    new = paragraphs(
        """
        OP1 Requests the keepers of the northern lighthouses to log the fog signals of the estuary every night;
        OP2 Requests the keepers of the southern lighthouses to paint the fog horns of the delta in red;
        """
    )
    alignment, misses = explain(old, new)
    assert alignment == align(old, new)
    assert [(miss.old, miss.new) for miss in misses] == [(("op1",), ("op2",))]
    assert 0 < misses[0].worth < 1
    assert misses[0].reason.startswith("shares ")


def test_each_link_names_its_step() -> None:
    old = paragraphs(
        """
        title Safety of lighthouses
        PP1 Recalling the tides of the northern estuary and of the delta,
        OP1 Requests the harbour masters to light all beacons at dusk;
        OP2 Encourages notaries to keep a ledger of seals, and calls upon scribes to copy the almanac by hand;
        OP3 Thanks the wardens of the botanical garden for the seeds of rare alpine gentians;
        OP4 Invites the vintners of the terraces to share their records of hail and frost with the provinces;
        OP5 Regrets the loss of the brass sundial;
        """
    )
    new = paragraphs(
        """
        title The brass sundial of the observatory
        PP1 Recalling the tides of the northern estuary and of the delta,
        OP1 Invites the vintners of the terraces to share their records of hail and of frost with the provinces;
        OP2 Requests the harbour masters to light all beacons at dawn;
        OP3 Encourages notaries to keep a ledger of seals;
        OP4 Thanks the wardens of the botanical garden for the seeds of rare alpine gentians;
        OP5 Calls upon scribes to copy the almanac by hand;
        OP6 Welcomes the gift of a telescope;
        """
    )
    links = align(old, new, [Pin(("op5",), ())]).links
    assert {(link.old, link.new): link.step for link in links} == {
        (("title",), ("title",)): "role",
        (("pp1",), ("pp1",)): "anchor",
        (("op1",), ("op2",)): "gap",
        (("op2",), ("op3", "op5")): "part",
        (("op3",), ("op4",)): "anchor",
        (("op4",), ("op1",)): "move",
        (("op5",), ()): "pin",
        ((), ("op6",)): None,
    }


def test_the_runner_up_of_a_clear_link_is_told() -> None:
    """Between two anchors one stands alone opposite the other: nothing else was weighed on the way."""
    lines = """
        OP1 Requests the keepers of the northern lighthouses to log the fog signals of the estuary {};
        OP2 Thanks the wardens of the botanical garden for the seeds of rare alpine gentians;
        OP3 Requests the keepers of the southern lighthouses to log the tides and the fog signals {};
        """
    old, new = (paragraphs(lines.format(*words)) for words in (("by night", "by day"), ("at dusk", "at dawn")))
    alignment, misses = explain(old, new)
    assert [link.relation for link in alignment.links] == ["kept"] * 3
    assert {("op1", "op3"), ("op3", "op1")} & {(miss.old[0], miss.new[0]) for miss in misses}


def test_certainty_has_three_words() -> None:
    assert [certainty(value) for value in (1.0, 0.95, 0.9, 0.75, 0.7, 0.0)] == ["sure"] * 2 + ["likely"] * 2 + [
        "doubtful"
    ] * 2


def test_a_title_is_never_linked_with_a_paragraph() -> None:
    old = [paragraph("title", "Safety of lighthouses"), paragraph("OP1", "Safety of vineyards and of barrels;")]
    new = [paragraph("title", "Safety of vineyards and of barrels"), paragraph("OP1", "Safety of lighthouses;")]
    assert pairs(align(old, new)) >= {(("title",), ("title",))}


def test_work_grows_with_the_text_and_not_with_its_square(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where all paragraphs are made of the same few words, each is compared with a few others only."""
    weighed: list[int] = []
    likeness = sides.Pair.likeness

    def counting(self: sides.Pair, i: int, j: int) -> float:
        weighed.append(1)
        return likeness(self, i, j)

    monkeypatch.setattr(sides.Pair, "likeness", counting)
    counts = []
    for size in (200, 400):
        old = [paragraph(f"OP{n}", f"Requests a report on item {n % 7} of part {n % 5};") for n in range(size)]
        new = [paragraph(f"OP{n}", f"Requests the report on item {n % 5} of part {n % 7};") for n in range(size)]
        weighed.clear()
        alignment = align(old, new)
        counts.append(len(weighed))
        assert [notice.code for notice in alignment.notices] == ["alignment-bounded"]
    assert counts[1] <= 3 * counts[0] + 1000


def test_words_that_differ_are_counted_as_a_reader_counts_them() -> None:
    old = paragraphs(
        "OP1 Requests the harbour masters to light the beacons at dusk, and to tell the masters of the port;"
    )
    new = paragraphs(
        "OP1 Requests the harbour masters to light the beacons and the lamps of the port at dusk, and to tell the "
        "masters of the port and of the quay;"
    )
    (link,) = align(old, new).links
    assert link.score is not None
    assert link.reason == f"shares {round(100 * link.score)} % of its weighted words"
