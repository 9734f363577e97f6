"""The published JSON Schema of what `--format json` prints."""

import json
from typing import Literal

from travaux.model.comparison import Comparison
from travaux.model.document import Document
from travaux.model.schema import schema


def published(value: Literal["comparison", "document"]) -> str:
    """Return the schema of a comparison or a document, generated from the value itself."""
    model = Comparison if value == "comparison" else Document
    return json.dumps(schema(model), ensure_ascii=False, indent=2) + "\n"
