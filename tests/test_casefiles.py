"""The reader of Markdown cases."""

import pytest

from casefiles import read_cases

FILE = """\
# File

Prose with `code` and an => arrow.

## Group

### One

```text speaker=GA
a => b

 c
```

~~~found escapes
x\\u00a0y\\n
```
~~~

### Two ##

````text
# no heading
```
````

## Empty
"""


def test_headings_name_cases_and_blocks_hold_their_lines() -> None:
    one, two = read_cases(FILE)
    assert (one.title, two.title) == ("Group / One", "Group / Two")
    assert one["text"] == "a => b\n\n c"
    assert one.block("text").options == {"speaker": "GA"}
    assert one.block("text").rows() == [["a", "b"], ["c"]]
    assert one["found"] == "x\u00a0y\n\n```"
    assert two["text"] == "# no heading\n```"
    assert "found" not in two


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("```a\n```", "line 1: a block before"),
        ("# A\n```a\nx", "line 2: a block without an end"),
        ("## A\n```a\n```\n## A\n```a\n```", "cases of one name"),
    ],
)
def test_a_faulty_file_is_refused(text: str, fault: str) -> None:
    with pytest.raises(AssertionError, match=fault):
        read_cases(text)


def test_a_missing_block_is_named() -> None:
    (case,) = read_cases("## A\n```a\n```")
    with pytest.raises(AssertionError, match="0 blocks called b"):
        case["b"]
