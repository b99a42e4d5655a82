"""`countries`: every country, and which of the headline statuses it holds on a day."""

from __future__ import annotations

from mnna.answers.countries import CountriesAnswer, ListedCountry, countries
from mnna.answers.status import HEADLINE
from mnna.interfaces.endpoint import Endpoint
from mnna.interfaces.params import FACTS, ON
from mnna.present import days
from mnna.present.document import Document, Items, Link, Section, Text
from mnna.present.wording import own_mark
from mnna.registry.days import a_day
from mnna.sentences import listed

NO_REGION = "Territories of no region and NATO"


def _document(answer: CountriesAnswer) -> Document:
    regions: dict[str, list[ListedCountry]] = {}
    for row in answer.countries:
        regions.setdefault(row.region or NO_REGION, []).append(row)
    return Document(
        title=f"{len(answer.countries)} countries and what each holds",
        subtitle=f"On {days.day(answer.on)}",
        sections=tuple(_region(name, regions[name], answer) for name in sorted(regions)),
    )


def _region(name: str, rows: list[ListedCountry], answer: CountriesAnswer) -> Section:
    items = tuple(_country(row, answer) for row in rows)
    return Section(name.lower().replace(" ", "-"), name, (Items(items),), count=len(items))


def _country(row: ListedCountry, answer: CountriesAnswer) -> Text:
    link, kinds = Link(row.name, f"/countries/{row.country}?on={answer.on}"), answer.registry.kinds
    if row.unknown:
        may = listed([kinds[status].being for status in row.unknown], "or")
        return (link, ": not known" if len(row.unknown) == len(HEADLINE) else f": not known whether {may}")
    if row.status is None or row.since is None:
        return link
    return (link, f", {kinds[row.status].being} since {a_day(row.since, row.since_by)}{own_mark(row.own)}")


ENDPOINT = Endpoint(
    word="countries",
    group="Country",
    under="status",
    says="every country, and what each holds on a day",
    help="Every country with what it holds on a day: NATO member, major non-NATO ally, or treated as one.",
    function=countries,
    params=(ON, FACTS),
    answer=CountriesAnswer,
    document=_document,
    rows=lambda answer: answer.to_dict()["countries"],
    address="/countries",
    label="Countries",
    button="Show that day",
    template="countries.html",
    example={"on": "2026-06-01"},
)
