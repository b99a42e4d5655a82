"""The declaration of a command: its question, its parameters, its answer, and how the answer is shown.

Its command, Python function, page and form, tool for assistants and schema are all made from the `Endpoint`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from importlib import import_module
from typing import TYPE_CHECKING, Any, Literal

from mnna.engine.answer import Answer
from mnna.errors import BadQuestion
from mnna.interfaces.listing import GROUPS
from mnna.interfaces.params import Door, Given, Param
from mnna.quick import Path, QuickTuple, quick_replace
from mnna.registry.readings import first_line

if TYPE_CHECKING:
    from mnna.present.document import Document, Picture


NOTHING: Mapping[str, Any] = {}
FORMS = ("json", "csv", "md", "pdf")
"""The endings of an address: the forms in which every answer is given."""


class Endpoint(QuickTuple):
    """One command, or one more page of a command; give every field by its name.

    What it is
        `word` is its command and the name of its module. `group` is one of the four groups of `mnna --help`; a command
        with `under` is listed by the help of that command instead. `order` is its position in the list. `says`
        completes "mnna WORD tells ..." in at most a line; `help` is a sentence or two for its `--help`, its page and
        its tool. Write `word`, `group`, `order`, `under`, `python` and `says` as plain text on one line each:
        `mnna --help` reads them without importing the module.
    What it asks
        `function` is the public Python function and `params` its parameters in the order of its signature. `ask` is
        called instead of `function` where a parameter is not an argument of it. `answer` is the class of the answer;
        `answers` returns all classes that its page may return, where there are several, or where their module needs
        packages that may not be installed. `ready` returns whether the parameters are enough to ask, where no single
        parameter is always needed. Where `working` is set, a terminal shows it with a progress bar, and
        `given["progress"]` moves the bar: `progress(done, all)`.
    How it is shown
        `document` returns the document of the answer for every form, `page` the one of its page, and `terminal` the one
        of a terminal, where these differ. `rows` returns the rows of the CSV, where the tables of the document do not
        suit a spreadsheet. `address` is the address of its page, with `{name}` for parameters in the path. `label` is
        its name in the menu, `asks` the title above the empty form, `button` the button below it, and `example` a
        question for documents, tests and the empty form. `template` and `view` are for pages that are more than a
        document, `form` for a form that is not made of the parameters, `add_routes` for addresses that are not
        questions, and `onward` the address to which a form for a country leads. `pictures` returns charts: its page
        shows them and can redraw them, and its command writes them to a file. `forms` are the endings of its address; a
        page without any shows only its form. A `slow` command runs in its own process, and `working` says what it does.
        `foot` returns the question as a command and in Python, where the parameters are not enough for that. `save`
        writes the answer to the file in the parameter `output`, and `check` refuses a file that cannot be written
        before the question is asked. `writes` has the functions for forms that are not made from the document.
        `in_parts` writes the JSON of an answer that takes a millisecond or two, in parts of which most are cached; a
        server answers at once, without a thread. `fails` returns whether the command ends with exit code 1, as a check
        that found something does. `whole` adds the question to an answer of Python, where `document` needs both.
        `asked` returns what was asked, by parameter, where the answer has no attribute of that name; the address in a
        citation is made from it. `tool` is the name of the assistant's tool, for an extra page whose address does not
        give a name. `run` is what the command of a word does that acts and does not answer; `command` builds a command
        that is more than that.
    """

    word: str
    says: str
    help: str
    group: str = ""
    order: int = 0
    under: str = ""
    python: str = ""
    function: Callable[..., Any] | None = None
    params: tuple[Param, ...] = ()
    ask: Callable[[Given, Path | None], Any] | None = None
    ready: Callable[[Given], bool] | None = None
    answer: type[Answer] | None = None
    answers: Callable[[], tuple[type[Answer], ...]] | None = None
    document: Callable[[Any], Document] | None = None
    page: Callable[[Any], Document] | None = None
    terminal: Callable[[Any], Document] | None = None
    rows: Callable[[Any], list[Mapping[str, Any]]] | None = None
    address: str = ""
    label: str = ""
    asks: str = ""
    button: str = "Ask"
    example: Mapping[str, Any] = NOTHING
    template: str = "page.html"
    form: str = "parts/form.html"
    view: Callable[[Any, Any, dict[str, Any]], Mapping[str, Any]] | None = None
    add_routes: Callable[..., None] | None = None
    pictures: Callable[[Any], Iterable[Picture]] | None = None
    onward: str = ""
    forms: tuple[str, ...] = FORMS
    slow: bool = False
    working: str = ""
    foot: Callable[[Any], tuple[str, str]] | None = None
    check: Callable[[Path], None] | None = None
    save: Callable[[Any, Given], Any] | None = None
    writes: Mapping[str, Callable[[Any], bytes]] = NOTHING
    in_parts: Callable[[Any], tuple[bytes, ...]] | None = None
    fails: Callable[[Any], bool] | None = None
    whole: Callable[[Any], Any] | None = None
    asked: Callable[[Any], Mapping[str, Any]] | None = None
    tool: str = ""
    run: Callable[..., None] | None = None
    command: Callable[[], Any] | None = None

    @property
    def python_name(self) -> str:
        """The name of its function in Python."""
        return self.python or self.word.replace("-", "_")

    def taken(self, door: Door) -> tuple[Param, ...]:
        """Return the parameters that one interface takes."""
        return tuple(param for param in self.params if door in param.doors)

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema of the answers of its page."""
        from mnna.engine.schema import either  # only the schemas need it

        if self.answers is None:
            assert self.answer is not None, f"the word {self.word} answers nothing"
            return either((self.answer,))
        try:
            return either(self.answers())
        except ModuleNotFoundError:  # asking the command names the missing package
            return {"title": self.tool or self.word, "type": "object", "properties": {}}

    def of_page(self) -> tuple[Param, ...]:
        """Return the parameters of its page, each marked as part of the path or of the query."""
        return tuple(
            param._replace(where="path" if f"{{{param.name}}}" in self.address else "query")
            for param in self.taken("http")
        )

    def answered(self, given: Given, facts: Path | None = None) -> Any:
        """Return the answer; raises what the function raises, and `BadQuestion` where a parameter is missing."""
        if self.check is not None and given.get("output"):
            self.check(given["output"])
        if self.ask is not None:
            return self.ask(given, facts)
        assert self.function is not None, f"the word {self.word} asks nothing"
        return self.function(**self.arguments(given, facts))

    def arguments(self, given: Given, facts: Path | None = None) -> dict[str, Any]:
        """Return the keyword arguments of the function; what was not given is left to the defaults.

        Raises `BadQuestion` where a needed parameter is missing.
        """
        found: dict[str, Any] = {}
        for param in self.taken("python"):
            value = facts if param.name == "facts" else given.get(param.name)
            if value not in (None, ()) and value is not (param.default is True):
                found[param.python_name] = param.value(value)
            elif param.needed:
                raise BadQuestion(f"the word {self.word}", f"it needs {param.name}", (), param.says)
        return found

    def table(self, answer: Any) -> list[Mapping[str, Any]]:
        """Return the rows of the answer, each with the country's codes of other data sets on the day."""
        from mnna.registry.codes import beside  # few answers are tables

        assert self.rows is not None, f"the word {self.word} has no rows"
        on = getattr(answer, "on", None)
        return [beside(row, on if isinstance(on, date) else None) for row in self.rows(answer)]

    def shown(self, answer: Any, where: Literal["", "page", "terminal"] = "") -> Document:
        """Return the answer as a document, with the stamp of its law and facts.

        `where` asks for the document of its page, or of a terminal, which cannot fold sections.
        """
        document = {"page": self.page, "terminal": self.terminal}.get(where) or self.document
        assert document is not None, f"the word {self.word} shows nothing"
        return _finished(document(answer), answer)


def checked(endpoint: Endpoint) -> Endpoint:
    """Return the declaration; raises `ValueError` where its parts contradict each other."""
    if endpoint.group not in GROUPS and not endpoint.under:
        named = ", ".join(GROUPS)
        raise ValueError(f"the word {endpoint.word} is in no group {endpoint.group!r}; the groups are {named}")
    if endpoint.address and ((endpoint.answer or endpoint.answers) is None or endpoint.document is None):
        raise ValueError(f"the word {endpoint.word} has an address and so needs `answer` and `document`")
    return endpoint


def _finished(document: Document, answer: Any) -> Document:
    """Return the document with the note on its day as the first paragraph, and with the stamp of the answer."""
    note = day_note(answer)
    if note and note not in document.lead:
        document = quick_replace(document, lead=(note, *document.lead))
    stamp = getattr(getattr(answer, "stamp", None), "_asdict", None)
    if document.stamp or stamp is None:  # the stamp of a screening is a table of its document
        return document
    return quick_replace(document, stamp=tuple(stamp().items()))


def day_note(answer: Any) -> str:
    """Return the note on the day of an answer, the first paragraph of its document; empty where there is none."""
    on = getattr(answer, "on", None)
    return getattr(answer, "day_note", None) or (first_line(on) if isinstance(on, date) else "")


def documented(endpoint: Endpoint) -> Callable[..., Any]:
    """Return the public function with the meaning of each parameter added to its docstring."""
    function = endpoint.function
    assert function is not None, f"the word {endpoint.word} is no function"
    if HEAD not in (function.__doc__ or ""):
        told = ((param, param.says.replace(" (also MNNA_FACTS)", "")) for param in endpoint.taken("python"))
        lines = [f"    {one.python_name}: {says}{' One or several.' * one.many}" for one, says in told]
        said = (function.__doc__ or endpoint.help).rstrip()
        function.__doc__ = "\n\n    ".join([said, "\n    ".join([HEAD, *lines])])
    return function


HEAD = "Parameters:"


def later(module: str, name: str) -> Callable[..., Any]:
    """Return a function that few answers need: it imports `mnna.interfaces.MODULE` and calls `name` of it.

    An example: `later("documents.law", "document")`.
    """
    return lambda *given: getattr(import_module(f"mnna.interfaces.{module}"), name)(*given)


def classes(*paths: str) -> Callable[[], tuple[type[Any], ...]]:
    """Return a function that imports and returns classes of `mnna`, by paths such as `answers.enact.EnactAnswer`."""
    parts = [path.rpartition(".") for path in paths]
    return lambda: tuple(getattr(import_module(f"mnna.{module}"), name) for module, _, name in parts)
