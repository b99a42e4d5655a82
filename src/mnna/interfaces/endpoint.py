"""A word declared once: what it asks, what it takes, what it answers, and how the answer is set out.

Its command, Python function, page and its forms, tool for assistants and schema all come from the `Endpoint`.
"""

# Annotations are no texts here, which `NamedTuple` and `dataclass` would parse at every start.

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from mnna.engine.answer import Answer
from mnna.errors import BadQuestion
from mnna.interfaces.listing import GROUPS
from mnna.interfaces.params import Door, Given, Param
from mnna.quick import Path, QuickTuple
from mnna.registry.readings import first_line

if TYPE_CHECKING:
    from mnna.present.document import Document, Picture


NOTHING: Mapping[str, Any] = {}
FORMS = ("json", "csv", "md", "pdf")
"""The endings of an address: what every answer can be had as."""


class Endpoint(QuickTuple):
    """One word, or one more page of a word; give every part by its name.

    What it is
        `word` is its command and the name of its module; `group` one of the four, or `under` the word whose help lists
        it, with its place in `order`. `says` finishes "mnna WORD tells ..." in at most a line; `help` is a sentence or
        two for its `--help`, its page and its tool. Write `word`, `group`, `order`, `under`, `python` and `says` as
        plain text on one line each: `mnna --help` reads them without importing the module.
    What it asks
        `function` is the public Python function and `params` its parameters in the order of its signature. `ask` takes
        the place of a call of `function` where a parameter is no argument of it. `answer` is the class of the answer,
        and `also` are the other classes that its page may answer with; `answers` gives all of them where their module
        needs packages that may not be installed. `ready` says whether what a page was given is enough to ask, where no
        one parameter is always needed. Where `working` says what takes so long, a terminal shows a bar while it does,
        and `given["progress"]` moves it: `progress(done, all)`.
    How it is shown
        `document` sets the answer out for every form; `page` does so for its page where that shows more; `rows` makes
        the CSV where its tables are not what a spreadsheet wants. `address` is that of its page, with `{name}` for
        parameters in the path; `label` names it in the menu, `asks` stands over the empty form and `button` below it,
        `example` is a question for documents, tests and the empty form. `template` and `view` are for pages that are
        more than a document, `form` for a form that is not made of the parameters, `add_routes` for addresses that are
        no questions, `onward` for a form that leads to another address. `pictures` are charts: its page shows them and
        can draw them anew, and its command writes them to a file. `forms` are the endings its address takes; a page
        without any shows its form and is answered elsewhere. A `slow` word is worked out in a process of its own, and
        `working` says what is being done. `foot` gives the same question as a command and in Python where the
        parameters do not say it. `save` writes the answer to the file that its parameter `output` names, and `check`
        refuses a file that cannot be written before the question is put. `writes` makes the forms that no document can
        take. `in_parts` writes the JSON of an answer that takes a millisecond or two, in
        parts of which most are kept; a server gives it at once, without a thread. `fails` says whether an answer makes
        its command end with 1, as a check that found something does. `whole` puts the question beside an answer of
        Python, where `document` needs both. `asked` reads off it what was asked, by the names of parameters, where the
        answer has no attribute of that name; the address in its citation is made of it. `tool` is the name of the
        assistant's tool, for one more page of a word whose address does not give a name; `command` builds the command
        of a word that acts and does not answer.
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
    also: tuple[type[Answer], ...] = ()
    answers: Callable[[], tuple[type[Answer], ...]] | None = None
    document: "Callable[[Any], Document] | None" = None
    page: "Callable[[Any], Document] | None" = None
    terminal: "Callable[[Any], Document] | None" = None
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
    pictures: "Callable[[Any], Iterable[Picture]] | None" = None
    onward: Callable[[Any], str | None] | None = None
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
    command: Callable[[], Any] | None = None

    @property
    def python_name(self) -> str:
        """The name of its function in Python."""
        return self.python or self.word.replace("-", "_")

    def taken(self, door: Door) -> tuple[Param, ...]:
        """The parameters that may be given at one door."""
        return tuple(param for param in self.params if door in param.doors)

    def schema(self) -> dict[str, Any]:
        """The JSON Schema of what its page answers."""
        from mnna.engine.schema import either  # no answer needs it

        if self.answers is not None:
            try:
                return either(self.answers())
            except ModuleNotFoundError:  # then the word says what is to be installed
                return {"title": self.tool or self.word, "type": "object", "properties": {}}
        assert self.answer is not None, f"the word {self.word} answers nothing"
        return either((self.answer, *self.also))

    def of_page(self) -> tuple[Param, ...]:
        """The parameters of its page, each with its place in the address."""
        return tuple(
            param._replace(where="path" if f"{{{param.name}}}" in self.address else "query")
            for param in self.taken("http")
        )

    def answered(self, given: Given, facts: Path | None = None) -> Any:
        """Put the question; raises what the function raises, and `BadQuestion` where a parameter is missing."""
        if self.check is not None and given.get("output"):
            self.check(given["output"])
        if self.ask is not None:
            return self.ask(given, facts)
        assert self.function is not None, f"the word {self.word} asks nothing"
        return self.function(**self.arguments(given, facts))

    def arguments(self, given: Given, facts: Path | None = None) -> dict[str, Any]:
        """What was given as the keyword arguments of the function; what was not is left to its defaults."""
        found: dict[str, Any] = {}
        for param in self.taken("python"):
            value = facts if param.name == "facts" else given.get(param.name)
            if value not in (None, ()) and value is not (param.default is True):
                found[param.python_name] = param.value(value)
            elif param.needed:
                raise BadQuestion(f"the word {self.word}", f"it needs {param.name}", (), param.says)
        return found

    def table(self, answer: Any) -> list[Mapping[str, Any]]:
        """The rows of the answer, each with the other codes of the country it names on the day asked about."""
        from mnna.registry.codes import beside  # few answers are tables

        assert self.rows is not None, f"the word {self.word} has no rows"
        on = getattr(answer, "on", None)
        return [beside(row, on if isinstance(on, date) else None) for row in self.rows(answer)]

    def shown(self, answer: Any) -> "Document":
        """The answer set out, with the stamp of the law and facts it rests on."""
        assert self.document is not None, f"the word {self.word} shows nothing"
        return _finished(self.document(answer), answer)

    def shown_on_page(self, answer: Any) -> "Document":
        """The answer set out for its page."""
        return _finished((self.page or self.document)(answer), answer)  # type: ignore[misc]

    def shown_in_terminal(self, answer: Any) -> "Document":
        """The answer set out for a terminal, which folds nothing."""
        return _finished((self.terminal or self.document)(answer), answer)  # type: ignore[misc]


def checked(endpoint: Endpoint) -> Endpoint:
    """The declaration; raises `ValueError` where it contradicts itself."""
    if endpoint.group not in GROUPS and not endpoint.under:
        named = ", ".join(GROUPS)
        raise ValueError(f"the word {endpoint.word} is in no group {endpoint.group!r}; the groups are {named}")
    if endpoint.address and ((endpoint.answer or endpoint.answers) is None or endpoint.document is None):
        raise ValueError(f"the word {endpoint.word} has an address and so needs `answer` and `document`")
    return endpoint


def _finished(document: "Document", answer: Any) -> "Document":
    """The document with what is to be said first of its day, and with the stamp of the answer."""
    on = getattr(answer, "on", None)
    note = getattr(answer, "day_note", None) or (first_line(on) if isinstance(on, date) else "")
    if note and note not in document.lead:
        document = replace(document, lead=(note, *document.lead))
    stamp = getattr(getattr(answer, "stamp", None), "_asdict", None)
    if document.stamp or stamp is None:  # the stamp of a screening is a table of its document
        return document
    return replace(document, stamp=tuple(stamp().items()))


def documented(endpoint: Endpoint) -> Callable[..., Any]:
    """The public function, its docstring ending with what each parameter means."""
    function = endpoint.function
    assert function is not None, f"the word {endpoint.word} is no function"
    if HEAD not in (function.__doc__ or ""):
        lines = [f"    {param.python_name}: {_in_python(param)}" for param in endpoint.taken("python")]
        said = (function.__doc__ or endpoint.help).rstrip()
        function.__doc__ = "\n\n    ".join([said, "\n    ".join([HEAD, *lines])])
    return function


HEAD = "Parameters:"


def _in_python(param: Param) -> str:
    several = " One or several." if param.many else ""
    return f"{param.says.replace(' (also MNNA_FACTS)', '')}{several}"
