"""Links that a reader forces."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from travaux.errors import ChoiceError


@dataclass(frozen=True)
class Pin:
    """A link forced by a reader: these old paragraphs became these new ones.

    An empty side says that the paragraphs of the other were added or removed.
    """

    old: tuple[str, ...]
    new: tuple[str, ...]

    def __str__(self) -> str:
        return f"{'+'.join(self.old)}={'+'.join(self.new)}"


def resolved(
    pins: Sequence[Pin], old: Mapping[str, int], new: Mapping[str, int]
) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Return the positions that each pin links, in order of the text.

    Raises:
        ChoiceError: a pin is empty, names an unknown paragraph, or one that is pinned already.
    """
    taken: tuple[set[str], set[str]] = (set(), set())
    out = []
    for pin in pins:
        if not pin.old and not pin.new:
            raise ChoiceError("a pin names no paragraph", "write old=new, such as OP5=OP7")
        for side, ids, known, seen in zip(("old", "new"), (pin.old, pin.new), (old, new), taken, strict=True):
            for name in ids:
                if name not in known:
                    raise ChoiceError(f"the pin {pin} is impossible: the {side} text has no paragraph {name}")
                if name in seen:
                    raise ChoiceError(f"the pin {pin} is impossible: {side} paragraph {name} is pinned twice")
                seen.add(name)
        olds = tuple(sorted(old[name] for name in pin.old))
        news = tuple(sorted(new[name] for name in pin.new))
        if olds and news:
            out.append((olds, news))
        else:
            out += [((i,), ()) for i in olds] + [((), (j,)) for j in news]
    return out
