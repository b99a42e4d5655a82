"""The web application: each page at its address, and each answer as JSON, CSV, Markdown and PDF at the same address."""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager, suppress
from functools import partial
from pathlib import Path
from threading import Lock
from typing import Any
from urllib.parse import quote, urlencode

from fastapi import FastAPI, Request
from fastapi.responses import RedirectResponse, Response
from fastapi.telemetry import TelemetryConfig
from starlette.exceptions import HTTPException
from starlette.staticfiles import StaticFiles

from mnna._version import NAME, __version__
from mnna.engine.law_hash import law_hash
from mnna.errors import BadQuestion, MnnaError
from mnna.interfaces import native
from mnna.interfaces.http import declared, front, openapi, outputs, sharing
from mnna.interfaces.http.background import Slow, Worked
from mnna.interfaces.http.declared import Page, Question, menu, pages
from mnna.interfaces.http.front import found_for, nearby
from mnna.interfaces.http.kept import InParts, Kept, Store, paged, questions
from mnna.interfaces.http.openapi import component, describe
from mnna.interfaces.http.private_folder import PrivateFolder, give_back
from mnna.interfaces.http.problems import NoPage, WrongMethod, code, our_mistake, refusals
from mnna.interfaces.http.ready import Quick, Ready
from mnna.interfaces.http.rendering import HERE, render
from mnna.interfaces.http.security import DOCUMENT, LOOPBACK, Guard
from mnna.interfaces.http.traffic import Tally, Traffic
from mnna.interfaces.params import read
from mnna.interfaces.search import corrected, entries, script, search, some
from mnna.present import forms
from mnna.registry.load import load_registry
from mnna.sentences import capital
from mnna.statutes.citations import official

_LOG = logging.getLogger("mnna.interfaces.http")
_SILENT: TelemetryConfig = {"tracing": False, "metrics": False, "logs": False, "auto_configure": False}
"""Turns telemetry off, whatever the environment sets: no record of a request leaves this machine."""
Handler = Callable[[Request], Response | Awaitable[Response]]
_DESCRIPTION = "US security-cooperation status and what the law makes of it: the JSON of every word of mnna."


OTHERS = frozenset({"find", "search-index", "docs", "openapi", "static", "health", "metrics"})
"""First parts of the addresses that belong to no command."""
CARD = 4.0
"""Seconds that the preview image of a slow answer waits for the answer; networks wait little longer."""
KEPT = ("/docs", "/openapi", "/search-index", "/static/{name}")
"""The addresses from `OTHERS` whose responses are cached."""


def create_app(
    facts: Path | None = None,
    hosts: frozenset[str] | None = LOOPBACK,
    rate: int | None = None,
    log: str | None = None,
    shared: str = "",
) -> FastAPI:
    """Return the application over the built-in registry, with the user's own `facts` folder added if one is given.

    `hosts` are the host names it answers to; None answers to any. `rate` is how many requests a minute one client may
    make, and `log` the path of the request log, one line a request. `shared` is the path of the private folder of a
    server with several processes. Raises `BadFacts` for an invalid folder.
    """
    load_registry(facts)
    door = Door(facts, pages(), shared)
    app = FastAPI(
        title=NAME,
        version=__version__,
        description=_DESCRIPTION,
        docs_url=None,
        redoc_url=None,
        telemetry=_SILENT,
        lifespan=door.lifespan,
    )
    for page in door.pages:
        _add(app, door, page)
    describe(app, door.pages)
    app.add_route("/", door.front, include_in_schema=False)
    app.add_route("/find", door.find, include_in_schema=False)
    app.add_route("/v/{stamp}/{rest:path}", door.cited, include_in_schema=False)
    app.add_route("/search-index.js", door.index, include_in_schema=False)
    app.add_route("/docs", lambda request: door.docs(app), include_in_schema=False)
    app.mount("/static", StaticFiles(directory=HERE / "static"))
    app.add_exception_handler(MnnaError, door.refused)
    app.add_exception_handler(HTTPException, door.missed)
    app.add_exception_handler(Exception, door.broke)
    app.add_route("/health", _health, include_in_schema=False)
    app.add_route("/metrics", _metrics, include_in_schema=False)
    store, kept = Store(), [*(page.address for page in door.pages), *KEPT]
    app.add_middleware(Kept, keeps=questions(kept), store=store)
    app.add_middleware(Guard, hosts=hosts, answer=door.problem)
    names = frozenset(page.address.split("/")[1] for page in door.pages) | OTHERS
    tally = Tally(names, rate, log)
    app.add_middleware(Traffic, answer=door.problem, tally=tally)
    app.state.ready = Ready(store, tally, door.quick(), hosts)
    return app


def _add(app: FastAPI, door: Door, page: Page) -> None:
    path = page.route
    wrong = refusals(
        {
            400: "The question is not well formed.",
            404: "No such country, status, authority, citation or source.",
            409: "A valid question that cannot be answered here.",
            422: "An invalid date, case or table.",
        }
    )
    described = {"parameters": [param.openapi() for param in page.params]}
    for form in page.forms:
        schema = {"$ref": f"#/components/schemas/{component(page)}"} if form == "json" else {"type": "string"}
        app.add_api_route(
            f"{path}.{form}",
            door.form(page, form),
            methods=["GET"],
            operation_id="_".join([*re.findall(r"\w+", page.address), form]),
            tags=[page.word],
            summary=page.says if form == "json" else f"{page.says} ({form})",
            response_class=Response,
            responses={200: {"content": {outputs.KINDS[form].split(";")[0]: {"schema": schema}}}, **wrong},
            openapi_extra=described,
        )
    if sharing.has_card(page):
        app.add_route(f"{path}.card", door.card(page), include_in_schema=False)
    app.add_route(path, door.html(page), include_in_schema=False)
    if page.endpoint.pictures is not None:
        app.add_route(f"{path}.chart", door.chart(page), include_in_schema=False)
    if page.endpoint.add_routes is not None:
        page.endpoint.add_routes(app, door)


def _health(request: Request) -> Response:
    """Return that the server runs, with the hashes of its law and facts, and its version."""
    stamp = {"law": law_hash(), "facts": load_registry().hash, "version": __version__}
    return _json({"status": "ok"} | stamp)


def _json(document: Mapping[str, Any], status: int = 200) -> Response:
    return Response(outputs.as_json(document), status, media_type="application/json")


def _png(body: bytes, cached: str = "max-age=3600") -> Response:
    return Response(body, media_type="image/png", headers={"cache-control": cached})


def _metrics(request: Request) -> Response:
    """Return the counts of what this process has answered, in the text format of Prometheus."""
    told: str = request.scope["state"]["counts"].told(request.app.state.ready.store.size)
    return Response(told, media_type="text/plain; version=0.0.4")


class Door:
    """The handlers of all addresses, over one registry."""

    def __init__(self, facts: Path | None, pages: tuple[Page, ...], shared: str = "") -> None:
        self.facts, self.pages, self.shared = facts, pages, bool(shared)
        self.private = PrivateFolder(Path(shared) if shared else None)
        self.one_draws = Lock()
        self.slow = Slow(self.private)
        self.closing: list[Callable[[], None]] = [self.slow.close]

    @asynccontextmanager
    async def lifespan(self, app: FastAPI) -> AsyncIterator[None]:
        """Run until the server stops, then delete every file that was sent to it."""
        yield
        for close in self.closing:
            close()
        self.private.close()

    def question(self, page: Page, request: Request) -> Question:
        """Return the question that a request asks; raises `BadQuestion` for parameters that the page does not take."""
        given = read(page.params, request.path_params, request.query_params.multi_items())
        return Question(page, given, self.facts)

    def form(self, page: Page, form: str) -> Handler:
        """Return the handler that answers questions of a page in one form, such as `json`."""

        def handler(request: Request) -> Response:
            question, write = self.question(page, request), page.endpoint.in_parts
            if form == "json" and write is not None and not question.given["stamp"]:
                return InParts(write(page.answer(question)), question.saved_as(form), outputs.KINDS[form])
            made = partial(_made, question, form, str(request.base_url))
            return _answer(question, form, self.drawn(made) if form == "pdf" else made())

        async def waiting(request: Request) -> Response:
            question = self.question(page, request)
            worked = await self.slow.answer(question)
            made = await asyncio.to_thread(_of_worked, question, worked, form, str(request.base_url))
            return _answer(question, form, made)

        return waiting if page.endpoint.slow else handler

    def quick(self) -> Quick:
        """Return the handlers of the answers that take a millisecond or two, by address."""
        found = [page for page in self.pages if page.endpoint.in_parts is not None]
        as_json: Quick = {f"{page.address}.json": self.form(page, "json") for page in found}
        return {**{page.address: self.html(page) for page in found}, **as_json}

    def drawn(self, make: Callable[[], bytes]) -> bytes:
        """Call `make`, one call at a time: Typst keeps memory for each thread that uses it at the same time."""
        with self.one_draws:
            made = make()
            give_back()
            return made

    def chart(self, page: Page) -> Handler:
        """Return the handler that gives a page's charts as Vega-Lite, for the interactive picture."""

        async def handler(request: Request) -> Response:
            question = self.question(page, request)
            return _json({"charts": [one["spec"] for one in (await self.slow.answer(question)).pictures]})

        return handler

    def card(self, page: Page) -> Handler:
        """Return the handler of the preview image that networks show beside a link to a page."""

        def handler(request: Request) -> Response:
            question = self.question(page, request)
            return _png(self.drawn(lambda: sharing.drawn(page.endpoint.shown(page.answer(question)))))

        async def in_time(request: Request) -> Response:
            question, cached = self.question(page, request), "max-age=3600"
            try:
                async with asyncio.timeout(CARD):
                    shown = (await self.slow.answer(question)).shown
            except TimeoutError:
                shown, cached = sharing.unanswered(question), "no-store"
            return _png(await asyncio.to_thread(self.drawn, lambda: sharing.drawn(shown)), cached)

        return in_time if page.endpoint.slow else handler

    def html(self, page: Page) -> Callable[[Request], Response]:
        """Return the handler that gives a page as HTML."""

        def handler(request: Request) -> Response:
            question = self.question(page, request)
            if next_ := native.onward(page.endpoint, question.given):
                return RedirectResponse(next_, 303)
            base = str(request.base_url)
            if page.endpoint.slow and page.ready(question.given):
                return self.slow_page(question, base)
            return paged(self.shown(question, base))

        return handler

    def cited(self, request: Request) -> Response:
        """Redirect an address that begins with the stamp of a citation to the page, with the stamp as a parameter."""
        stamp, rest = request.path_params["stamp"], request.path_params["rest"].lstrip("/\\")
        query = [*request.query_params.multi_items(), ("stamp", stamp)]
        return RedirectResponse(f"/{quote(rest, safe='/(),:')}?{urlencode(query)}", 303)

    def shown(self, question: Question, base: str, worked: Worked | None = None) -> bytes:
        """Return the page of a question: its answer, or its form where nothing is asked yet.

        `worked` is the answer of a slow command; any other answer is computed here.
        """
        page = question.page
        context: dict[str, Any] = {"page": page, "given": question.given, "q": question}
        if not page.ready(question.given):
            return render(page.endpoint.template, **context, answer=None, **page.blank())
        if worked is not None:
            document, answer, context["pictures"] = worked.document, worked.page, worked.pictures
        else:
            answer = page.answer(question)
            light = page.endpoint.in_parts is not None and not question.given["stamp"]
            document = {"asked": question.asked} if light else answer.to_dict()
        view = page.view(question, answer, document)
        context["cites"] = sharing.citations(question, document, view["title"], base)
        context["preview"] = sharing.preview(question, base, view)
        context["cited"] = sharing.cited(question, document)
        return render(page.endpoint.template, **context, answer=document, foot=page.foot(question), **view)

    def slow_page(self, question: Question, base: str) -> Response:
        """Return the page of a slow command, or while the answer is computed, a page that says so."""
        work = self.slow.ask(question)
        with suppress(TimeoutError):
            worked = work.result(0.05).opened()
            return paged(self.shown(question, base, worked))
        title = f"Working it out: {question.page.label.lower()}"
        context = {"page": question.page, "given": question.given, "title": title, "here": question.address()}
        preview = sharing.preview(question, base, {"subtitle": f"{question.page.says}."})
        context |= {"foot": question.page.foot(question), "others": self.slow.others(work), "preview": preview}
        return self.rendered("working.html", context, 202)

    def front(self, request: Request) -> Response:
        """Return the front page: what the site is, and the short answer for a country."""
        given = read(front.PARAMS, {}, request.query_params.multi_items())
        return paged(render("front.html", **front.view(given, self.facts)))

    def find(self, request: Request) -> Response:
        """Redirect a search to the page that its words name, or return the list of pages that match."""
        given = read(front.SEARCH, {}, request.query_params.multi_items())
        asked = given["q"] or given["country"] or ""
        if named := front.named(asked):
            return RedirectResponse(named, 303)
        found = search(asked)
        meant = "" if found else corrected(asked)
        whole = found or search(meant)
        context = {"meant": meant if whole else "", "found": whole or some(asked), "whole": bool(whole)}
        return paged(render("search.html", title="Search", asked=asked, **context))

    def index(self, request: Request) -> Response:
        """Return the search index as a script, so that the browser searches without sending what is typed."""
        return Response(script(entries()), media_type="text/javascript", headers={"cache-control": "max-age=3600"})

    def rendered(self, template: str, context: Mapping[str, Any], status: int) -> Response:
        """Return a page that no cache may store."""
        return paged(render(template, **context), status, "no-store")

    def docs(self, app: FastAPI) -> Response:
        """Return the description of the JSON interface as a page."""
        body = declared.body(openapi.document(app.openapi()))
        return paged(render("docs.html", title=openapi.TITLE, body=body))

    def refused(self, request: Request, error: Exception) -> Response:
        """Return the response for an error of mnna, in the words of the command line."""
        assert isinstance(error, MnnaError)
        status = code(error)
        if status == 500:
            _LOG.error("%s", request.url.path, exc_info=error)
        return self.problem(request, error, status)

    def missed(self, request: Request, error: Exception) -> Response:
        """Return the response for an unknown address, or a method that the address does not take."""
        assert isinstance(error, HTTPException)
        asked = f"the address {request.url.path[:120]!r}"
        if error.status_code == 405:
            wrong: MnnaError = WrongMethod(asked, f"it does not take {request.method}", (), "")
        elif error.status_code == 400:
            wrong = BadQuestion("the form", f"it cannot be read ({error.detail})", (), "Send it again, whole.")
        else:
            near = [page.address for _, pages in menu() for page in pages]
            wrong = NoPage(asked, "there is no such page", near, "Start at / or read /docs.")
        response = self.problem(request, wrong, error.status_code)
        response.headers.update(error.headers or {})
        return response

    def broke(self, request: Request, error: Exception) -> Response:
        """Log an unexpected exception, and return a response that shows nothing of it."""
        _LOG.error("%s", request.url.path, exc_info=error)
        return self.problem(request, our_mistake(f"the address {request.url.path[:120]!r}"), 500)

    def problem(self, request: Request, error: MnnaError, status: int) -> Response:
        """Return an error as JSON for a program or the address of a file, else as a page with the form to try again."""
        sent = request.method not in ("GET", "HEAD") and "text/html" not in request.headers.get("accept", "")
        if sent or request.url.path.endswith(tuple(f".{form}" for form in outputs.KINDS)):
            return _json(error.to_dict(), status)
        page = next((page for page in self.pages if page.address == request.url.path), None)
        asked = request.query_params
        params = page.params if page else ()
        given = {one.name: tuple(asked.getlist(one.name)) if one.many else asked.get(one.name) for one in params}
        near = [(text, nearby(text, request)) for text in error.near] + found_for(error)
        context = {"page": page, "given": given, "error": error, "status": status, "near": near}
        return paged(render("error.html", **context, title=capital(str(error.wrong))), status)


def _made(question: Question, form: str, base: str) -> bytes:
    """Return the answer to a question in one form; `base` is the address of this server."""
    page, answer = question.page, question.page.answer(question)
    if form == "json":
        return outputs.as_json(sharing.with_cited(question, answer.to_dict()))
    first = sharing.said_first(question, answer.to_dict()) if question.given.get("stamp") else ()
    return declared.written(page.endpoint, answer, form, base, first)


def _of_worked(question: Question, worked: Worked, form: str, base: str) -> bytes:
    """Return the answer of a slow command in one form; `base` is the address of this server."""
    if form == "json":
        return outputs.as_json(sharing.with_cited(question, worked.document))
    noted = sharing.noted(question, worked.document, worked.shown, base)
    return worked.csv if form == "csv" else forms.written(noted, form, official)


def _answer(question: Question, form: str, body: bytes) -> Response:
    headers = question.saved_as(form) | ({"content-security-policy": DOCUMENT} if form == "html" else {})
    return Response(body, media_type=outputs.KINDS[form], headers=headers)
