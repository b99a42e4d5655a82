"""The addresses of a screening: upload a file, follow the progress, see the report, download the answers."""

from __future__ import annotations

import asyncio
import shlex
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fastapi import FastAPI, Request
from fastapi.responses import FileResponse, RedirectResponse, Response
from starlette.datastructures import FormData, UploadFile

from mnna._version import NAME
from mnna.errors import BadQuestion
from mnna.interfaces.http import outputs
from mnna.interfaces.http.declared import body
from mnna.interfaces.http.jobs import CASES, Job, Jobs
from mnna.interfaces.http.problems import NoPage, refusals
from mnna.interfaces.http.uploads import COLUMNS as MOST_COLUMNS
from mnna.interfaces.http.uploads import checked, named
from mnna.interfaces.params import Param, once
from mnna.interfaces.words.screen import ENDPOINT
from mnna.present.document import Column, Document, Row, Section, Table
from mnna.registry.codes import TITLES
from mnna.screening import Screening
from mnna.screening.output_columns import OUTPUT
from mnna.screening.report import report
from mnna.screening.run import roles
from mnna.screening.template import FILE, template
from mnna.screening.units import UNITS

if TYPE_CHECKING:
    from mnna.interfaces.http.app import Door

_CHOICES = {
    "dates": ("dmy", "mdy"),
    "decimal": ("comma", "point"),
    "encoding": ("utf-8", "utf-16", "cp1252", "latin-1"),
    "codes": tuple(TITLES),
    "explain": ("yes",),
}
_PAIRS = ("map", "set", "unit")
_FREE = ("assume", "na", "sheet", "skip", *_PAIRS)
_FILES = {f"answers.{kind}": outputs.KINDS[kind] for kind in ("xlsx", "csv")}
_FILES |= {"answers.parquet": "application/vnd.apache.parquet"}
_PROPERTIES = {
    "file": {"type": "string", "format": "binary", "description": "A table of cases."},
    "explain": {"type": "string", "enum": ["yes"], "description": "Add presumptions and steps."},
    "dates": {"type": "string", "enum": ["dmy", "mdy"], "description": "How 03/04/2024 is meant."},
    "decimal": {"type": "string", "enum": list(_CHOICES["decimal"])},
    "encoding": {"type": "string", "enum": list(_CHOICES["encoding"])},
    "assume": {"type": "string", "description": "COUNTRY:STATUS:DATE, to add the difference."},
    "map": {"type": "string", "description": "ROLE=COLUMN, with commas between several."},
    "set": {"type": "string", "description": "ROLE=VALUE for all rows, such as channel=fms."},
    "unit": {"type": "string", "description": "COLUMN=UNIT, such as total_usd=millions."},
    "codes": {"type": "string", "enum": list(TITLES)},
    "na": {"type": "string", "description": "A mark for what is not given."},
    "sheet": {"type": "string", "description": "The sheet of a workbook."},
    "skip": {"type": "string", "description": "How many lines stand above the headings."},
}
_SCHEMA = {"type": "object", "required": ["file"], "properties": _PROPERTIES}
_BODY = {"required": True, "content": {"multipart/form-data": {"schema": _SCHEMA}}}

COLUMNS = "columns"
"""The key of the column preview in the result of a job."""
KEY = Param("key", "The key of a screening, from the address it was given.", where="path")


PROGRESS = {
    "type": "object",
    "description": "How far a screening is: `share` from 0 to 1 of its stage.",
    "properties": {"stage": {"type": "string"}, "share": {"type": "number"}, "rows": {"type": "integer"}},
    "required": ["stage", "share", "rows"],
}


def add_routes(app: FastAPI, door: Door) -> None:
    """Add the addresses of a screening: upload a file, follow it, download the answers, delete them."""
    jobs = Jobs(door.private)
    if not door.shared:
        door.closing.append(jobs.close)
    desk = _Desk(jobs, door)
    wrong = refusals(
        {
            400: "The file cannot be screened so.",
            403: "Another site's page sent it.",
            404: "No such screening any more.",
            408: "Nothing more came.",
            409: "It cannot be done here.",
            413: "The file is too large.",
            422: "An invalid case or table.",
            503: "Others are under way.",
        }
    )
    route = partial(app.add_api_route, tags=["screen"], response_class=Response)
    sent = {303: {"description": "Taken: the address of the screening follows."}, **wrong}
    send = partial(
        route, endpoint=desk.send, methods=["POST"], status_code=303, responses=sent,
        openapi_extra={"requestBody": _BODY},
    )  # fmt: skip
    stored = "Store an uploaded file and start to"
    send("/screen", operation_id="screen_send", summary=ENDPOINT.help, description=f"{stored} screen it.")
    followed: dict[int | str, dict[str, Any]] = {
        200: _json("What was found.", {"$ref": f"#/components/schemas/{Screening.__name__}"}),
        202: _json("Still at work.", PROGRESS),
    }
    route(
        "/screen/{key}.json", desk.json, methods=["GET"], responses=followed | wrong,
        operation_id="screen_json", summary="What a screening found", openapi_extra={"parameters": [KEY.openapi()]},
    )  # fmt: skip
    send(
        "/screen/columns", operation_id="screen_columns", summary="How the columns of a file would be read",
        description=f"{stored} find out how its columns are read.",
    )  # fmt: skip
    app.add_route(f"/screen/{FILE}", _template, include_in_schema=False)
    app.add_route("/screen/{key}/run", desk.run, methods=["POST"], include_in_schema=False)
    app.add_route("/screen/{key}", desk.show, include_in_schema=False)
    app.add_route("/screen/{key}/remove", desk.remove, methods=["POST"], include_in_schema=False)
    app.add_route("/screen/{key}/{file}", desk.file, include_in_schema=False)


def _template(request: Request) -> Response:
    """Return the blank workbook of cases that a user can fill in."""
    headers = {"content-disposition": f'attachment; filename="{FILE}"'}
    return Response(template(), media_type=outputs.KINDS["xlsx"], headers=headers)


def _json(says: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {"description": says, "content": {"application/json": {"schema": schema}}}


class _Desk:
    """The handlers of a screening's addresses."""

    def __init__(self, jobs: Jobs, door: Door) -> None:
        self.jobs, self.door = jobs, door

    async def send(self, request: Request) -> Response:
        """Store an uploaded file and start to screen it, or to find out how its columns are read."""
        if not request.headers.get("content-type", "").startswith("multipart/form-data"):
            raise BadQuestion("the upload", "it is not sent as a form", (), "Use the form, or multipart/form-data.")
        async with request.form(max_files=1, max_fields=20, max_part_size=2**16) as form:
            job = await asyncio.to_thread(self._begin, form, request.url.path.endswith("/columns"))
        return RedirectResponse(f"/screen/{job.key}", 303)

    async def run(self, request: Request) -> Response:
        """Screen an uploaded file whose columns the user has confirmed."""
        job = self.jobs.job(request.path_params["key"])
        if job.found is None or COLUMNS not in job.found:
            raise BadQuestion("the screening", "its columns are not being asked about", (), "Send the file at /screen.")
        async with request.form(max_files=0, max_fields=3 * MOST_COLUMNS, max_part_size=2**12) as form:
            chosen = chosen_columns(job.found[COLUMNS]["columns"], form)
            rest = FormData([(name, value) for name, value in form.multi_items() if "." not in name])
            asked = {**job.asked, **_asked(rest), **{name: pairs for name, pairs in chosen.items() if pairs}}
        command, python = _said(job.name, asked)
        self.jobs.start(replace(job, command=command, python=python), self._order(job, asked, False))
        return RedirectResponse(f"/screen/{job.key}", 303)

    def _begin(self, form: FormData, look: bool) -> Job:
        upload = form.get("file")
        if not isinstance(upload, UploadFile) or not upload.filename:
            raise BadQuestion("the upload", "no file is chosen", (), "Choose a file of cases.")
        asked, name, folder = _asked(form), named(upload.filename), self.jobs.folder()
        try:
            with (folder / CASES).open("xb") as file:
                shutil.copyfileobj(upload.file, file, 1 << 20)
            job = Job(folder, name, checked(folder / CASES, name), *_said(name, asked), asked)
            self.jobs.start(job, self._order(job, asked, look))
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise
        return job

    def _order(self, job: Job, asked: Mapping[str, Any], look: bool) -> dict[str, Any]:
        """Return the instructions for the worker process."""
        how: dict[str, Any] = {name: asked.get(name) for name in ("dates", "decimal", "encoding", "codes", "sheet")}
        how |= {name: _pairs(asked, name) for name in _PAIRS}
        how |= {"na": [asked["na"]] if "na" in asked else [], "skip": _whole(asked.get("skip"))}
        return {
            "name": job.name, "command": job.command,
            "facts": str(self.door.facts.resolve()) if self.door.facts else "", "look": look, "how": how,
            "explain": "explain" in asked, "assume": [asked["assume"]] if "assume" in asked else [],
        }  # fmt: skip

    def json(self, request: Request) -> Response:
        """Return what the screening found, its progress, or the error that ended it."""
        job = self.jobs.job(request.path_params["key"])
        told: Mapping[str, Any] = {"stage": job.stage, "share": job.share, "rows": job.rows}
        status = 202
        if job.found is not None:
            told, status = job.found.get(COLUMNS) or job.found["screening"], 200
        elif job.problem is not None:
            told, status = job.problem, job.code
        return Response(outputs.as_json(told), status, media_type="application/json")

    def show(self, request: Request) -> Response:
        """Return the page of a screening."""
        job = self.jobs.job(request.path_params["key"])
        page = next(page for page in self.door.pages if page.address == "/screen")
        looked = job.found[COLUMNS] if job.found and COLUMNS in job.found else None
        shown = _shown(job.found) if job.found and not looked else None
        context: dict[str, Any] = {"job": job, "body": shown and body(shown), "foot": (job.command, job.python)}
        title = f"How {job.name} is read" if looked else shown.title if shown else _title(job)
        context |= {"title": title, "given": {}, "page": page, "looked": looked}
        context |= {"sheets": (job.folder / "answers.xlsx").is_file()}  # larger files have none
        context |= {"roles": roles(), "units": tuple(UNITS)} if looked else {}
        return self.door.rendered("screen.html", context, job.code if job.problem else 200)

    def file(self, request: Request) -> Response:
        """Return the answers as an Excel, CSV or Parquet file."""
        job, file = self.jobs.job(request.path_params["key"]), request.path_params["file"]
        if file not in _FILES or job.found is None or not (job.folder / file).is_file():
            raise NoPage(f"the file {file[:40]!r}", "this screening has no such file", tuple(_FILES), "")
        stem = "".join(c for c in Path(job.name).stem if c.isascii() and (c.isalnum() or c in "-_"))[:40] or "cases"
        name = f"{stem}-answers{Path(file).suffix}"
        headers = {"cache-control": "no-store"}
        return FileResponse(job.folder / file, media_type=_FILES[file], filename=name, headers=headers)

    def remove(self, request: Request) -> Response:
        """Delete a screening with its files."""
        self.jobs.remove(self.jobs.job(request.path_params["key"]))
        return RedirectResponse("/screen", 303)


def _asked(form: FormData) -> dict[str, str]:
    """Return the options of the form; raises `BadQuestion` for an unknown option or a value that is not a choice."""
    found = {}
    for name, value in form.multi_items():
        if name == "file" or not isinstance(value, str) or not value.strip():
            continue
        if name not in (*_CHOICES, *_FREE):
            raise BadQuestion(f"the field {name[:40]!r}", "the form has no such field", (*_CHOICES, *_FREE), "")
        if name in _CHOICES and value not in _CHOICES[name]:
            raise BadQuestion(f"{name} {value[:40]!r}", "it is none of the choices", _CHOICES[name], "")
        found[name] = value.strip()[:200]
    return found


def chosen_columns(seen: Sequence[Mapping[str, Any]], form: Mapping[str, Any]) -> dict[str, dict[str, str]]:
    """Return what the user changed, as the options `map` and `unit`.

    The form has the fields `role.0`, `unit.0` and so on, one a column. Raises `BadQuestion` for an unknown role and for
    a role given to two columns.
    """
    meant: dict[str, str] = {}
    units: dict[str, str] = {}
    for number, column in enumerate(seen):
        role = str(form.get(f"role.{number}", column["role"] or ""))
        if not role:
            continue
        name = column["column"]
        if role not in roles():
            raise BadQuestion(f"the column {name[:60]!r}", f"it cannot be read as {role[:40]!r}", tuple(roles()), "")
        if role in meant:
            both = (meant[role][:60], name[:60])
            raise BadQuestion(f"the column for {role}", "two columns are chosen", both, "Choose one.")
        meant[role] = name
        unit = str(form.get(f"unit.{number}", ""))
        if roles()[role] and unit in UNITS and unit != (column["unit"] or "dollars"):
            units[role] = unit
    read = {column["role"]: column["column"] for column in seen if column["role"]}
    changed = {role: column for role, column in meant.items() if read.get(role) != column}
    return {"map": changed | dict.fromkeys(read.keys() - meant.keys(), ""), "unit": units}


def _mapped(text: str) -> dict[str, str]:
    """Return role to column, from a text such as `recipient=Buyer, total_usd=Value`.

    Raises `BadQuestion` for any other.
    """
    pairs = [part.partition("=") for part in text.split(",") if part.strip()]
    if not all(role.strip() and column.strip() for role, _, column in pairs):
        do = "Write recipient=Buyer, total_usd=Value."
        raise BadQuestion(f"the columns {text[:60]!r}", "they are not of the form ROLE=COLUMN", (), do)
    return once("map", ((role.strip(), column.strip()) for role, _, column in pairs))


def _pairs(asked: Mapping[str, Any], name: str) -> dict[str, str]:
    """Return the pairs of an option, read from text where the form gives text."""
    given = asked.get(name, "")
    return _mapped(given) if isinstance(given, str) else dict(given)


def _whole(text: str | None) -> int | None:
    if text is None:
        return None
    if not (text.isascii() and text.isdigit() and len(text) < 5):
        raise BadQuestion(f"skip {text[:40]!r}", "it is not a number of lines", (), "Write 1, 2, 3.")
    return int(text)


def _said(name: str, asked: Mapping[str, Any]) -> tuple[str, str]:
    """Return the screening as a command, and as a call in Python."""
    options, given = [], [repr(name), repr("answers.csv")]
    for key, value in ((key, value) for key, value in asked.items() if key not in ("explain", *_PAIRS)):
        options += [f"--{key}", value]
        given.append(f"{key}={[value] if key in ('assume', 'na') else _whole(value) if key == 'skip' else value!r}")
    for key, pairs in ((key, pairs) for key in _PAIRS if (pairs := _pairs(asked, key))):
        options += [part for role, text in pairs.items() for part in (f"--{key}", f"{role}={text}")]
        given.append(f"{key}={pairs}")
    if "explain" in asked:
        options.append("--explain")
        given.append("explain=True")
    python = f"mnna.screen({', '.join(given)})".replace("'", '"')
    return shlex.join([NAME, "screen", name, "-o", "answers.csv", *options]), python


def _title(job: Job) -> str:
    return f"Screening {job.name}" if job.problem is None else f"{job.name} could not be screened"


def _shown(found: Mapping[str, Any]) -> Document:
    """Return the report, with the first rejected rows below the section on rejects."""
    shown = report(found["screening"])
    rejects = _rejects(found["rejects"])
    at = next((at for at, one in enumerate(shown.sections) if one.id == "rejects"), -1) + 1
    return replace(shown, sections=(*shown.sections[:at], *rejects, *shown.sections[at:]))


def _rejects(rows: list[dict[str, Any]]) -> tuple[Section, ...]:
    if not rows:
        return ()
    names = [name for name in rows[0] if name not in OUTPUT and name != "row"]
    columns = (Column("row", "Row"), Column("because", "Why", 3), *(Column(name, name) for name in names))
    cells = ([str(row["because"]), *("" if row[name] is None else str(row[name]) for name in names)] for row in rows)
    shown = (Row(str(row["row"]), (f"{row['row']:,}", *of)) for row, of in zip(rows, cells, strict=True))
    table = Table("", columns, tuple(shown))
    return (Section("rejected", "Row by row", (table,), level=2, folded=True),)
