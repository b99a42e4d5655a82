"""Every official address figures are fetched from, in one table.

Some addresses carry the release in their name (`{version}`): the newest is tried first, then the one before.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

Query = Mapping[str, str | Sequence[str]]


@dataclass(frozen=True, slots=True)
class Address:
    """An official address: host, path, and what it gives."""

    host: str
    path: str
    gives: str

    def url(self, base: str | None = None, query: Query | None = None, **parts: str) -> str:
        """Return the full address; `base` stands in for the host (for a mirror, or a local server in tests)."""
        found = (base or self.host).rstrip("/") + self.path.format(**parts)
        return f"{found}?{urlencode(query, doseq=True)}" if query else found


ADDRESSES: dict[str, Address] = {
    "world-bank": Address(
        "https://api.worldbank.org", "/v2/country/all/indicator/{code}", "one indicator, all countries"
    ),
    "world-bank-countries": Address("https://api.worldbank.org", "/v2/country", "which codes are countries"),
    "census-workbook": Address(
        "https://www.census.gov", "/foreign-trade/balance/country.xlsx", "goods trade by country"
    ),
    "census-exports": Address("https://api.census.gov", "/data/timeseries/intltrade/exports/hs", "exports, with a key"),
    "census-imports": Address("https://api.census.gov", "/data/timeseries/intltrade/imports/hs", "imports, with a key"),
    "foreign-assistance": Address(
        "https://s3.amazonaws.com",
        "/files.explorer.devtechlab.com/us_foreign_aid_country.csv",
        "US aid by country and fiscal year",
    ),
    "foreign-assistance-year": Address(
        "https://foreignassistance.gov", "/api/data-api/by-country.json", "US aid of one fiscal year, page by page"
    ),
    "troops": Address("https://dwp.dmdc.osd.mil", "/dwp/api/page", "which reports of troops by country there are"),
    "troops-report": Address("https://dwp.dmdc.osd.mil", "/dwp/api/downloadZ", "one report of troops by country"),
    "visits": Address(
        "https://raw.githubusercontent.com", "/HistoryAtState/visits/master/data/{decade}.xml", "visits of leaders"
    ),
    "travels": Address(
        "https://api.github.com", "/repos/HistoryAtState/travels/contents/{folder}", "which travelers there are"
    ),
    "travels-file": Address(
        "https://raw.githubusercontent.com", "/HistoryAtState/travels/master/{folder}/{name}", "travels of one traveler"
    ),
    "ideal-points": Address(
        "https://dataverse.harvard.edu", "/api/datasets/:persistentId/", "the files of the data set"
    ),
    "ideal-points-file": Address("https://dataverse.harvard.edu", "/api/access/datafile/{file}", "one file"),
    "v-dem": Address("https://v-dem.net", "/media/datasets/V-Dem-CY-Core-v{version}_csv.zip", "country-years, core"),
    "ucdp": Address("https://ucdp.uu.se", "/downloads/ucdpprio/ucdp-prio-acd-{version}-csv.zip", "armed conflicts"),
    "ucdp-api": Address(
        "https://ucdpapi.pcr.uu.se", "/api/ucdpprioconflict/{version}", "armed conflicts, with a token"
    ),
    "federal-register": Address("https://www.federalregister.gov", "/api/v1/documents.json", "documents as published"),
    "federal-register-text": Address(
        "https://www.federalregister.gov", "/documents/full_text/text/{path}.txt", "one document"
    ),
    "us-code-release": Address(
        "https://uscode.house.gov", "/download/download.shtml", "the newest release of the Code"
    ),
    "us-code-title": Address(
        "https://uscode.house.gov",
        "/download/releasepoints/us/pl/{congress}/{number}/xml_usc{title}@{congress}-{number}.zip",
        "one title of the US Code as USLM XML",
    ),
    "ecfr-versions": Address(
        "https://www.ecfr.gov", "/api/versioner/v1/versions/title-{title}.json", "the versions of a section of the CFR"
    ),
}
