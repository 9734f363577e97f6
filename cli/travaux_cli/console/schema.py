"""The published JSON Schema of what `--format json` prints."""

import json
from typing import Literal

from travaux.model.comparison import Comparison
from travaux.model.document import Document
from travaux.model.history import Concordance
from travaux.model.schema import schema
from travaux.model.value import Value as Model

Value = Literal["comparison", "document", "table"]
_VALUES: dict[Value, type[Model]] = {"comparison": Comparison, "document": Document, "table": Concordance}


def published(value: Value) -> str:
    """Return the schema of a comparison, a document or a table, generated from the value itself."""
    return json.dumps(schema(_VALUES[value]), ensure_ascii=False, indent=2) + "\n"
