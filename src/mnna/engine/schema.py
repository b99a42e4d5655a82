"""The JSON Schema of an answer, made from the type annotations of its dataclass."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from decimal import Decimal
from types import NoneType, UnionType
from typing import Any, ClassVar, Literal, Union, get_args, get_origin, get_type_hints

from mnna.engine.record import CODES, VERSION, Part, Record, parts, properties
from mnna.registry.codes import Codes

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_PLAIN: dict[Any, dict[str, Any]] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    float: {"type": "number"},
    Decimal: {"type": "number"},
    date: {"type": "string", "format": "date"},
    None: {"type": "null"},
    NoneType: {"type": "null"},
    Any: {},
    object: {},
}


def schema(kind: type[Record], whole: bool = False) -> dict[str, Any]:
    """Return the schema of a record's `to_dict`: every key but a sparse one is required, and no other is allowed.

    For a `whole` answer it begins with the version and ends with the codes of countries.
    """
    schemas = _Schemas()
    top = schemas.object(kind)
    if whole:
        version = {"const": VERSION, "description": "The version of this contract."}
        top["properties"] = {"schema": version, **top["properties"], CODES: schemas.of_codes()}
        top["required"] = ["schema", *top["required"]]
    defs = {"$defs": schemas.defs} if schemas.defs else {}
    return {"$schema": DIALECT, "title": kind.__name__, **top, **defs}


def either(kinds: Sequence[type[Record]]) -> dict[str, Any]:
    """Return the schema of an answer that is one of several kinds; its `properties` name the keys of all kinds.

    Raises `TypeError` if two different classes have one name.
    """
    if len(kinds) == 1:
        return schema(kinds[0], whole=True)
    defs: dict[str, Any] = {}
    for kind in kinds:
        whole = schema(kind, whole=True)
        for name, found in [*whole.pop("$defs", {}).items(), (whole["title"], whole)]:
            if defs.setdefault(name, found) != found:
                raise TypeError(f"two classes are called {name}")
    names = dict.fromkeys(name for kind in kinds for name in defs[kind.__name__]["properties"])
    return {
        "$schema": DIALECT,
        "title": "Or".join(kind.__name__ for kind in kinds),
        "type": "object",
        "properties": {name: {} for name in names},
        "anyOf": [{"$ref": f"#/$defs/{kind.__name__}"} for kind in kinds],
        "$defs": {name: {key: each for key, each in found.items() if key != "$schema"} for name, found in defs.items()},
    }


class _Schemas:
    """Collects the schemas of all classes that a schema refers to, by name."""

    def __init__(self) -> None:
        self.defs: dict[str, Any] = {}
        self.owner: dict[str, type] = {}

    def object(self, kind: type) -> dict[str, Any]:
        """Return the schema of a record, named tuple or typed dictionary."""
        properties_ = {}
        left_out = set() if _is_keyed(kind) else {part.name for part in parts(kind) if part.sparse}
        for name, hint, says in _typed_dict(kind) if _is_keyed(kind) else _members(kind):
            properties_[name] = self.of(hint) | ({"description": says} if says else {})
        says = _first_line(kind)
        return {
            "type": "object",
            **({"description": says} if says else {}),
            "properties": properties_,
            "required": [name for name in properties_ if name not in left_out],
            "additionalProperties": False,
        }

    def of_codes(self) -> dict[str, Any]:
        """Return the schema of the codes of the countries that an answer names."""
        says = "The other codes of each country named, by its alpha-3 code; left out where no country is."
        return {"type": "object", "additionalProperties": self.reference(Codes), "description": says}

    def reference(self, kind: type) -> dict[str, Any]:
        """Return a reference to the schema of a class, and collect that schema at first use.

        Raises `TypeError` if two different classes have one name.
        """
        name = kind.__name__
        if self.owner.setdefault(name, kind) is not kind:
            raise TypeError(f"two classes are called {name}: {kind.__module__} and {self.owner[name].__module__}")
        if name not in self.defs:
            self.defs[name] = {}
            self.defs[name] |= self.object(kind)
        return {"$ref": f"#/$defs/{name}"}

    def of(self, hint: Any) -> dict[str, Any]:
        """Return the schema of one annotation; raises `TypeError` for a type that has no JSON form."""
        if hint in _PLAIN:
            return dict(_PLAIN[hint])
        origin, args = get_origin(hint), get_args(hint)
        if origin is Literal:
            return {"enum": list(args)} if len(args) > 1 else {"const": args[0]}
        if origin in (Union, UnionType):
            return {"anyOf": [self.of(each) for each in args]}
        if inspect.isclass(origin):
            return self._collection(origin, args)
        if hasattr(hint, "as_json"):
            return self.of(get_type_hints(hint.as_json)["return"])
        if inspect.isclass(hint) and (issubclass(hint, Record) or hasattr(hint, "_fields") or _is_keyed(hint)):
            return self.reference(hint)
        raise TypeError(f"{hint!r} has no form in JSON")

    def _collection(self, origin: type, args: tuple[Any, ...]) -> dict[str, Any]:
        if issubclass(origin, Mapping):
            return {"type": "object", "additionalProperties": self.of(args[1])}
        if origin is tuple and args[-1:] != (...,):
            shown = [self.of(each) for each in args]
            return {"type": "array", "prefixItems": shown, "minItems": len(shown), "maxItems": len(shown)}
        if issubclass(origin, (Sequence, AbstractSet)):
            return {"type": "array", "items": self.of(args[0])}
        raise TypeError(f"{origin!r} has no form in JSON")


def _members(kind: type) -> list[tuple[str, Any, str]]:
    """Return the name, type and description of each JSON key of a class."""
    marked = properties(kind)

    def hint(part: Part) -> Any:
        function = part.of or marked.get(part.attribute)
        told = {} if function is None else get_type_hints(function)
        return told["return"] if "return" in told else _annotation(kind, part)

    return [(part.name, hint(part), part.says or "") for part in parts(kind)]


def _is_keyed(kind: type) -> bool:
    """Return whether a class is a `TypedDict`, or a quick one."""
    return issubclass(kind, dict) and kind is not dict


def _typed_dict(kind: type) -> list[tuple[str, Any, str]]:
    return [(name, hint, "") for name, hint in get_type_hints(kind).items()]


def _annotation(kind: type, part: Part) -> Any:
    """Return the annotation of a field or passed-on property, evaluated in its class's module; never a hidden one's."""
    for base in kind.__mro__:
        found = inspect.get_annotations(base).get(part.attribute)
        if found is not None:
            written = getattr(found, "__forward_arg__", found)
            hint = eval(written, vars(sys.modules[base.__module__])) if isinstance(written, str) else written
            return get_args(hint)[0] if get_origin(hint) is ClassVar else hint
    raise TypeError(f"{kind.__name__}.{part.attribute} has no annotation")


def _first_line(kind: type) -> str:
    """Return the first paragraph of a class's own docstring, empty without one."""
    said = inspect.cleandoc(kind.__dict__.get("__doc__") or "").split("\n\n")[0].replace("\n", " ")
    return "" if said.startswith(f"{kind.__name__}(") else said
