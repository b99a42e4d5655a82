"""`panel`: countries by years as a table, for statistics."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from mnna.answers.panel import PanelAnswer, panel, several
from mnna.answers.registry_tables import RegistryTables
from mnna.errors import BadQuestion
from mnna.interfaces.endpoint import Endpoint, later
from mnna.interfaces.params import Given, params_of
from mnna.registry.load import load_registry

*PARAMS, REGISTRY, OUTPUT = params_of(
    "panel", **{name: {"read": several} for name in ("statuses", "authorities", "indicators", "countries")}
)
COUNTRIES = PARAMS[5]
MOST_CELLS = 100_000
"""The most cells that a page computes; the command has no limit."""


def _save(answer: PanelAnswer | RegistryTables, given: Given) -> None:
    from mnna.interfaces import native, panel_files, registry_files

    if isinstance(answer, RegistryTables):
        return registry_files.write(answer, given["output"])
    panel_files.write(answer, given["output"], native.cite(answer))


def _ask(given: Given, facts: Path | None) -> PanelAnswer | RegistryTables:
    """Return the panel, or the registry as tables; first check that the output file can be written."""
    if given.get("output"):
        from mnna.interfaces import panel_files, registry_files

        (registry_files if given.get("registry") else panel_files).check(given["output"])
    if given.get("registry"):
        return RegistryTables(load_registry(facts))
    return panel(**ENDPOINT.arguments(given, facts))


def _ask_a_page(given: Given, facts: Path | None) -> PanelAnswer:
    """Return the panel for a page; raises `BadQuestion` where it has too many cells."""
    answer = panel(**ENDPOINT.arguments(given, facts))
    if answer.cells > MOST_CELLS:
        wrong = f"it has {answer.cells:,} cells, and a page decides at most {MOST_CELLS:,}"
        raise BadQuestion("a panel", wrong, (), "Name fewer years, countries or ids, or ask the command `mnna panel`.")
    return answer


def _asked(answer: PanelAnswer) -> Mapping[str, Any]:
    ids: dict[str, list[str]] = {"statuses": [], "authorities": [], "indicators": []}
    for column in answer.asked:
        ids[PLURALS.get(column.kind, "authorities")].append(column.id)
    joined = {name: ",".join(found) for name, found in ids.items()}
    return joined | {"countries": ",".join(country.iso3 for country in answer.countries)}


PLURALS = {"status": "statuses", "indicator": "indicators"}
"""Kind of a column to the parameter that asks for it; all other kinds are questions of law."""


ENDPOINT = Endpoint(
    word="panel",
    under="data",
    says="countries by years as a table: statuses, questions of law, figures",
    help="Countries by years as a table: what each held, what the law gave or barred, and its figures. With -o it goes "
    "to a CSV, Parquet, Stata or Excel file, with a codebook beside it.",
    function=panel,
    params=(*PARAMS, REGISTRY, OUTPUT),
    ask=_ask,
    answer=PanelAnswer,
    answers=lambda: (PanelAnswer, RegistryTables),
    asked=_asked,
    document=later("documents.panel", "document"),
    rows=lambda answer: list(answer.rows),
    save=_save,
)
PAGES = (
    ENDPOINT._replace(
        params=(
            *PARAMS[:5],
            COUNTRIES._replace(needed=True, says="Countries by code or name, with commas."),
            *PARAMS[6:],
        ),
        help="Countries by years as a table: what each held, what the law gave or barred, and its figures.",
        ask=_ask_a_page,
        answers=None,
        address="/panel",
        asks="Countries by years as a table",
        button="Show the table",
        example={"start": "2015", "end": "2024", "statuses": "mnna,nato", "countries": "COL,MEX"},
    ),
)
