"""The published JSON Schema of what `--format json` prints."""

import json

from travaux.model.checks import Lint, References
from travaux.model.comparison import Comparison
from travaux.model.document import Document
from travaux.model.evidence import Blame, Catalogue, Holding, Search, Trace, Verification
from travaux.model.history import Concordance
from travaux.model.life import Life
from travaux.model.receipts import Corrected, Imported
from travaux.model.schema import schema
from travaux.model.value import Value
from travaux_cli.console.faults import UsageError

_VALUES: dict[str, type[Value]] = {
    "comparison": Comparison,
    "document": Document,
    "table": Concordance,
    "references": References,
    "lint": Lint,
    "imported": Imported,
    "corrected": Corrected,
    "catalogue": Catalogue,
    "holding": Holding,
    "blame": Blame,
    "trace": Trace,
    "search": Search,
    "verification": Verification,
    "life": Life,
}
"""What each command prints with `--format json`: diff, inspect, table, refs, lint; add, correct, log, show, blame,
trace, search, verify."""


def published(name: str) -> str:
    """Return the schema of what a command prints, generated from the value itself.

    Raises:
        UsageError: no value has this name.
    """
    if name not in _VALUES:
        raise UsageError(f"there is no schema {name}; there is {', '.join(_VALUES)}")
    return json.dumps(schema(_VALUES[name]), ensure_ascii=False, indent=2) + "\n"
