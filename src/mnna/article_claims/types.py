"""The registry of claim types. Each type is one function, described by its docstring and signature.

A claim function takes a `Here` (evidence, readings and day) and annotated arguments, and returns a `Ruling`. Each
annotation holds a `Kind`, which parses the value in a user's file and raises an error that lists the allowed values.
"""

from __future__ import annotations

import inspect
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any, get_args, get_type_hints

from mnna.article_claims.arguments import Kind
from mnna.article_claims.verdicts import Claim, Here, Ruling, Undecided, too_early
from mnna.engine.answer import Answer
from mnna.engine.record import HIDDEN, Record, to_json
from mnna.engine.record import described as meaning
from mnna.engine.record import in_json as in_answer
from mnna.errors import BadQuestion, MnnaError, UnknownWord, alike

SUBJECTS = ("status", "order", "leader", "procedure", "law", "provision", "notice", "figure")
"""What claims are about: the module of each has its types."""


@dataclass(frozen=True, slots=True)
class Argument:
    """An argument of a claim type: its name, kind and default. `needed` is true if it has no default."""

    name: str
    kind: Kind
    needed: bool
    default: Any

    def says(self) -> str:
        """Return one line on the argument: name, kind, default, and whether it is optional."""
        default = str(self.default).lower() if isinstance(self.default, bool) else str(self.default)
        tail = "" if self.needed or self.default is None else f"; {default} if not given"
        return f"{self.name}: {self.kind.says}{tail}{'' if self.needed else ' (optional)'}"


def _in_words(arguments: tuple[Argument, ...]) -> tuple[str, ...]:
    return tuple(one.says() for one in arguments)


@dataclass(frozen=True, slots=True, repr=False)
class ClaimType(Record):
    """A type of claim: its name, what it says when true, its arguments and the function that rules on it."""

    name: str = field(metadata=meaning("Its name in a file of claims.", name="type"))
    says: str
    arguments: tuple[Argument, ...] = field(metadata=meaning("What it takes, in words.", of=_in_words))
    rule: Claim = field(metadata=HIDDEN)

    @property
    @in_answer(after="type")
    def subject(self) -> str:
        """What claims of this type are about: `status`, `law`, `notice` or `figure`."""
        return self.rule.__module__.rpartition(".")[2].removesuffix("_claims")

    def read(self, given: Mapping[str, object]) -> dict[str, Any]:
        """Return the parsed arguments by name; raise `BadQuestion` or `UnknownWord`, which list what is allowed."""
        known = {one.name: one for one in self.arguments}
        allowed = "; ".join(one.says() for one in self.arguments)
        for name in given:
            if name not in known:
                near = alike(name, known) or list(known)
                raise UnknownWord(f"{self.name}: {name!r}", "it has no such argument", near, f"It takes {allowed}.")
        lacking = [one.name for one in self.arguments if one.needed and one.name not in given]
        if lacking:
            raise BadQuestion(self.name, f"it needs {', '.join(lacking)}", (), f"It takes {allowed}.")
        return {name: known[name].kind.read(f"{self.name}: {name}", value) for name, value in given.items()}

    def ask(self, here: Here, given: Mapping[str, object]) -> Ruling:
        """Return the ruling on a claim with these arguments; "not verifiable" if its day is after that of `here`."""
        read = self.read(given)
        try:
            return too_early(here, read.get("on") or read.get("day")) or self.rule(here, **read)
        except Undecided as why:
            return why.ruling


@dataclass(frozen=True, slots=True, repr=False)
class ClaimTypes(Answer):
    """Every type of claim there is."""

    types: tuple[ClaimType, ...]


_TYPES: dict[str, ClaimType] = {}


def claim_type(rule: Claim) -> Claim:
    """Register `rule` as the claim type of the same name, and return `rule` unchanged (a decorator)."""
    hints = get_type_hints(rule, include_extras=True)
    arguments = []
    for name, parameter in list(inspect.signature(rule).parameters.items())[1:]:
        needed = parameter.default is inspect.Parameter.empty
        default = None if needed else parameter.default
        arguments.append(Argument(name, _kind(hints[name]), needed, default))
    says = " ".join((rule.__doc__ or "").split())
    _TYPES[rule.__name__] = ClaimType(rule.__name__, says, tuple(arguments), rule)
    return rule


def _kind(hint: Any) -> Kind:
    """Return the `Kind` in an annotation, also in `... | None`; raise `TypeError` if there is none."""
    for one in (hint, *get_args(hint)):
        for extra in getattr(one, "__metadata__", ()):
            if isinstance(extra, Kind):
                return extra
    raise TypeError(f"no kind of argument in {hint!r}")


def types() -> dict[str, ClaimType]:
    """Return every claim type by its name, in the order of `SUBJECTS`."""
    for subject in SUBJECTS:
        import_module(f"mnna.article_claims.{subject}_claims")
    return dict(sorted(_TYPES.items(), key=lambda one: SUBJECTS.index(one[1].subject)))


def find(name: object) -> ClaimType:
    """Return the claim type of that name; raise `UnknownWord` with the nearest names."""
    known = types()
    if not isinstance(name, str) or name not in known:
        near = alike(str(name), known, 4)
        raise UnknownWord(f"the claim type {name!r}", "there is none of that name", near, "`mnna claims --types`.")
    return known[name]


def readable(name: str, given: Mapping[str, object]) -> None:
    """Raise the error that `ask` would raise for an unknown name or an invalid argument, without judging the claim."""
    try:
        find(name).read(given)
    except MnnaError:
        raise
    except (TypeError, ValueError) as error:
        raise BadQuestion(f"{name} {dict(given)!r}", str(error), (), "`mnna claims --types` lists arguments.") from None


def in_json(name: str, given: Mapping[str, object]) -> dict[str, Any]:
    """Return the parsed arguments as JSON values: countries as codes, days as text, amounts as numbers."""
    return {key: to_json(value) for key, value in find(name).read(given).items()}


def described() -> str:
    """Return the Markdown list of every claim type with its arguments, as the documentation prints it."""
    lines: list[str] = []
    subject = ""
    for one in types().values():
        if one.subject != subject:
            subject = one.subject
            lines += [f"### Claims of {subject}", ""]
        lines += [f"`{one.name}`: {one.says}", ""]
        lines += [f"- {argument.says()}" for argument in one.arguments]
        lines.append("")
    return "\n".join(lines)
