"""The common ground of all values: frozen, closed, and written to JSON in one way."""

from pydantic import BaseModel, ConfigDict


class Value(BaseModel):
    """A frozen value.

    Law 5: `type(v).model_validate_json(v.model_dump_json()) == v`. The JSON written here is the only JSON
    of the value; the published schema is generated from it. Unknown fields are refused.
    """

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        ser_json_bytes="base64",
        val_json_bytes="base64",
        serialize_by_alias=True,
        validate_by_name=True,
        validate_by_alias=True,
    )
