"""The common ground of all values: frozen, closed, and written to JSON in one way."""

import dataclasses
from collections.abc import Callable, Mapping
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal, Self, TypeVar, dataclass_transform

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, TypeAdapter


def field(
    *,
    default: Any = dataclasses.MISSING,
    default_factory: Any = dataclasses.MISSING,
    key: str | None = None,
    **rules: Any,
) -> Any:
    """Return a field of a value, with its name in JSON where that is another one, and with what must hold of it.

    The rules have the words of `pydantic.Field` (`ge=1`). They are checked where a value comes from outside
    (`model_validate`, `model_validate_json`) and stand in the published schema.
    """
    told = rules if key is None else {**rules, "alias": key}
    return dataclasses.field(default=default, default_factory=default_factory, metadata=told)


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(field, dataclasses.field))
class _Frozen(type):
    """Makes each class of values a frozen dataclass with slots: a tenth of the memory of a pydantic model."""

    def __new__(cls, name: str, bases: tuple[type, ...], namespace: dict[str, Any]) -> Any:
        made = super().__new__(cls, name, bases, namespace)
        if "__slots__" in namespace:  # the root of all values; or the class made anew by `dataclass`, with slots
            return made
        return dataclasses.dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)(made)


class Value(metaclass=_Frozen):
    """A frozen value.

    Law 5: `type(v).model_validate_json(v.model_dump_json()) == v`. The JSON written here is the only JSON
    of the value; the published schema is generated from it. Unknown fields are refused.

    A value that the engine makes is trusted: type checkers see to it, and law 5 holds it. A value that comes from
    outside is checked by pydantic, which is loaded for that and for JSON only; `pydantic.TypeAdapter` and models with
    fields of these types work too. The methods are named as those of a pydantic model.
    """

    __slots__ = ()
    __pydantic_config__: ClassVar[Mapping[str, Any]] = {
        "extra": "forbid",
        "ser_json_bytes": "base64",
        "val_json_bytes": "base64",
        "serialize_by_alias": True,
        "validate_by_name": True,
        "validate_by_alias": True,
    }

    # Equality and the like once for all: `dataclass` would compile them for each class, at each start.

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and _content(type(self))(self) == _content(type(self))(other)

    def __hash__(self) -> int:
        return hash((type(self), _content(type(self))(self)))

    def __repr__(self) -> str:
        told = ", ".join(f"{each.name}={getattr(self, each.name)!r}" for each in dataclasses.fields(self))
        return f"{type(self).__name__}({told})"

    def model_copy(self, *, update: Mapping[str, Any]) -> Self:
        """Return the value with other content in some of its fields."""
        return dataclasses.replace(self, **update)

    def model_dump_json(
        self, *, indent: int | None = None, exclude_defaults: bool = False, by_alias: bool | None = None
    ) -> str:
        """Return the JSON of the value."""
        written = _adapter(type(self)).dump_json(
            self, indent=indent, exclude_defaults=exclude_defaults, by_alias=by_alias
        )
        return written.decode()

    def model_dump(self) -> dict[str, Any]:
        """Return the value as plain dictionaries and tuples."""
        dumped: dict[str, Any] = _adapter(type(self)).dump_python(self)
        return dumped

    @classmethod
    def model_validate(cls, given: object) -> Self:
        """Return the value that a dictionary describes.

        Raises:
            pydantic.ValidationError: a field is missing, unknown or not as it must be; it is a `ValueError`.
        """
        checked: Self = _adapter(cls).validate_python(given)
        return checked

    @classmethod
    def model_validate_json(cls, given: str | bytes) -> Self:
        """Return the value that a JSON text describes.

        Raises:
            pydantic.ValidationError: as `model_validate`, or it is no JSON.
        """
        checked: Self = _adapter(cls).validate_json(given)
        return checked

    @classmethod
    def model_json_schema(cls, *, mode: Literal["validation", "serialization"] = "validation") -> dict[str, Any]:
        """Return the JSON schema of the value."""
        return _adapter(cls).json_schema(mode=mode)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: type[Any], handler: "GetCoreSchemaHandler") -> Any:
        _told(cls)
        return handler(source)


V = TypeVar("V", bound=Value)


@cache
def _content(value: type[Value]) -> Callable[[object], object]:
    """Return what gives the content of all fields of such a value."""
    return attrgetter(*(each.name for each in dataclasses.fields(value)))


@cache
def _adapter(value: type[V]) -> "TypeAdapter[V]":
    from pydantic import TypeAdapter  # noqa: PLC0415 - a comparison shown in a terminal needs no JSON

    return TypeAdapter(value)


@cache
def _told(value: type[Value]) -> None:
    """Write the rules of the fields into their annotations, where pydantic looks for them."""
    from pydantic import Field  # noqa: PLC0415

    for each in dataclasses.fields(value):
        if each.metadata:
            each.type = value.__annotations__[each.name] = Annotated[each.type, Field(**each.metadata)]
