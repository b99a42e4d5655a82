"""The errors of the package, in one tree.

MnnaError
├── BadQuestion            the question is invalid                  (exit code 2)
│   ├── UnknownCountry     no country of that name or code
│   ├── UnknownWord        no status, authority, citation, source, indicator ... of that id
│   ├── BadDate            not a date
│   ├── BadCase            a proposed transfer that contradicts itself
│   └── BadFacts           a table of facts, the user's or the package's, with an invalid row
├── CannotAnswer           the question is valid, but cannot be answered here    (exit code 1)
└── RuleError              a rule of law is built wrongly: a mistake in this package
    └── Conflict           two exceptions to a general rule both apply and differ

Every message says what was asked, what is wrong, what is near, and what to do.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager


class MnnaError(Exception):
    """Base of every error that this package raises on purpose.

    `exit_code` is the exit code of the command line.
    """

    exit_code = 1

    def __init__(self, asked: str, wrong: str, near: Sequence[str] = (), do: str = "") -> None:
        self.asked, self.wrong, self.near, self.do = shortened(asked.replace("\n", " ")), wrong, tuple(near), do
        super().__init__(asked, wrong)

    def __str__(self) -> str:
        """Return the message for Python, in which an option of the command is written as the argument."""
        quoted = "'" in self.asked or '"' in self.asked  # the user's own words, which are not changed
        return f"{self.asked if quoted else _in_python(self.asked)}: {_in_python(self._after())}"

    def in_terminal(self) -> str:
        """Return the message for the command line."""
        return f"{self.asked}: {self._after()}"

    def _after(self) -> str:
        do = f" {self.do}" if self.do else ""
        stop = "" if self.wrong.endswith(("?", ".")) else "."
        return f"{self.wrong}{stop}{_meant(self.near)}{do}"

    def to_dict(self) -> dict[str, object]:
        """Return the error as a JSON object: `error`, `asked`, `wrong`, `near`, `do`."""
        kind = type(self).__name__
        return {"error": kind, "asked": self.asked, "wrong": self.wrong, "near": list(self.near), "do": self.do}


_OPTION = r"(?<![\w-])--([a-z][a-z-]*[a-z])"
_ARGUMENTS = {"vs": "versus", "from": "start"}
"""Options whose Python argument has another name."""


def _in_python(text: str) -> str:
    """Return the text with options as arguments, `--as-of` as `as_of`; text between backticks is unchanged."""
    if "--" not in text:
        return text
    parts = text.split("`")
    return "`".join(part if place % 2 else re.sub(_OPTION, _argument, part) for place, part in enumerate(parts))


def _argument(found: re.Match[str]) -> str:
    name = found[1].replace("-", "_")
    return _ARGUMENTS.get(name, name)


def _meant(near: Sequence[str]) -> str:
    """Return the near matches as a question, ` Did you mean fms, dcs or lease?`; empty if there are none."""
    if not near:
        return ""
    first = f"{', '.join(near[:-1])} or " if len(near) > 1 else ""
    return f" Did you mean {first}{near[-1]}?"


def alike(asked: str, known: Iterable[str], most: int = 3, likeness: float = 0.4) -> list[str]:
    """Return up to `most` known words similar to `asked`, nearest first; `likeness` is the least similarity, 0 to 1."""
    from difflib import get_close_matches  # late: only errors need it

    return get_close_matches(asked, list(known), most, likeness)


def shortened(text: str) -> str:
    """Return the text, with its middle replaced by `...` if it is longer than 200 characters."""
    return text if len(text) <= 200 else f"{text[:100]} ... {text[-50:]}"


class BadQuestion(MnnaError):
    """The question cannot be asked in this form."""

    exit_code = 2


class UnknownCountry(BadQuestion):
    """No country has that name or code."""


class UnknownWord(BadQuestion):
    """No status, authority, citation, source or indicator has that id."""


class BadDate(BadQuestion):
    """The text is not a date."""


class BadCase(BadQuestion):
    """A proposed transfer that contradicts itself, such as equipment worth more than the whole sale."""


class BadFacts(BadQuestion):
    """A table of facts has an invalid row; the message names file and line."""


class CannotAnswer(MnnaError):
    """A valid question that cannot be answered here, for example because its data is not loaded."""


@contextmanager
def extra(name: str, asked: str) -> Iterator[None]:
    """Raise `CannotAnswer`, which names the extra `name`, if a library is missing in the block."""
    try:
        yield
    except ModuleNotFoundError as error:
        library = (error.name or "").partition(".")[0]
        if library == __package__:
            raise
        raise CannotAnswer(asked, f"{library} is not installed", (), _installing(name)) from None


def _installing(name: str) -> str:
    """Return how to install an extra: by its libraries, since mnna may be installed from a clone or a file."""
    from importlib.metadata import PackageNotFoundError, requires  # late: only incomplete installations need it

    try:
        libraries = _of_extra(name, requires(__package__) or [])
    except PackageNotFoundError:
        libraries = []
    how = "".join(f' "{one}"' for one in libraries)
    return f"It belongs to the extra `{name}`" + (f": pip install{how}" if how else ".")


def _of_extra(name: str, requirements: Sequence[str]) -> list[str]:
    """Return the libraries of an extra, including those of the extras that it names."""
    found: list[str] = []
    for one in requirements:
        library, _, condition = one.partition(";")
        if condition.replace('"', "'").strip() != f"extra == '{name}'":
            continue
        if library.startswith("mnna["):
            others = library.strip().removeprefix("mnna[").rstrip("]").split(",")
            found += [each for other in others for each in _of_extra(other.strip(), requirements)]
        else:
            found.append(library.strip())
    return list(dict.fromkeys(found))


class RuleError(MnnaError):
    """A rule that is built wrongly; raised when the rule is built, not when it is evaluated."""


class Conflict(RuleError):
    """Two exceptions to one general rule apply to the same facts and give different answers."""
