"""French: words by which an editor's conventions are checked."""

from typing import Final

from travaux.contracts import LintWords

_SEQUENCE = "également aussi en outre de nouveau encore"
_LEAD = """
    avec de du des note acte satisfaction préoccupation gratitude intérêt inquiétude regret profonde
    profondément vive vivement hommage instamment énergiquement fermement félicite félicitant
"""
_PASSED = "sa ses son leur"
_OPENINGS = "que qu à les la le l de du des"

LINTING: Final = LintWords(
    second=frozenset({"également", "aussi"}),
    third=frozenset({"outre"}),
    sequence=frozenset(_SEQUENCE.split()),
    lead=frozenset(_LEAD.split()),
    passed=frozenset(_PASSED.split()),
    openings=frozenset(_OPENINGS.split()),
    todo="de|à",
    joints=frozenset({"et"}),
)
