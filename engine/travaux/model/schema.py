"""The published JSON schema of a value, with the docstring of each field as its description.

Read from the source only when asked for: pydantic would do the same at each import, for every command.
"""

import ast
import inspect
from types import ModuleType
from typing import Any

from travaux.model import checks, comparison, document, evidence, history, life, receipts, record
from travaux.model.value import Value

_MODULES: tuple[ModuleType, ...] = (document, comparison, history, record, evidence, receipts, life, checks)


def schema(value: type[Value]) -> dict[str, Any]:
    """Return the JSON schema of what `value(...).model_dump_json()` writes."""
    made = value.model_json_schema(mode="serialization")
    told = _descriptions()
    for name, definition in [(value.__name__, made), *made.get("$defs", {}).items()]:
        for field, description in told.get(name, {}).items():
            key = "schema" if field == "schema_" else field
            if key in definition.get("properties", {}):
                definition["properties"][key].setdefault("description", description)
    return made


def _descriptions() -> dict[str, dict[str, str]]:
    """Class -> field -> docstring."""
    out: dict[str, dict[str, str]] = {}
    for module in _MODULES:
        tree = ast.parse(inspect.getsource(module))
        for node in tree.body:
            if isinstance(node, ast.ClassDef):
                out[node.name] = _fields(node)
    return out


def _fields(node: ast.ClassDef) -> dict[str, str]:
    out: dict[str, str] = {}
    for field, text in zip(node.body, node.body[1:], strict=False):
        if (
            isinstance(field, ast.AnnAssign)
            and isinstance(field.target, ast.Name)
            and isinstance(text, ast.Expr)
            and isinstance(text.value, ast.Constant)
            and isinstance(text.value.value, str)
        ):
            out[field.target.id] = inspect.cleandoc(text.value.value).replace("\n", " ")
    return out
