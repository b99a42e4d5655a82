"""The producers' documented answers, made from the embedded figures: reading them must give those figures back."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

import pytest

from mnna.series import panel
from mnna.series.refresh.census import schedule_c
from mnna.series.refresh.session import state

AGGREGATES = ("ARB", "WLD")
CENSUS = {code: number for number, code in schedule_c().items() if number != "5083"}
GONE = {"SUN": "4610", "YUG": "4790", "CSK": "4350", "SCG": "4799", "ANT": "2770"}  # stand-ins for codes of the past
YEARS = range(1985, 2027)


def world_bank(code: str, figures: dict[tuple[str, int], float], page: int = 1, pages: int = 1, **head: Any) -> bytes:
    """One page of the API's answer, aggregates first."""
    rows = [_row(code, name, 2023, 1.0) for name in AGGREGATES] + [
        _row(code, *key, value) for key, value in figures.items()
    ]
    rows.append(_row(code, "MEX", 2025, None))
    about = {"page": page, "pages": pages, "per_page": 32000, "total": len(rows), "sourceid": "2", **head}
    return json.dumps([{**about, "lastupdated": "2026-10-07"}, rows]).encode()


def _row(code: str, name: str, year: int, value: float | None) -> dict[str, Any]:
    return {
        "indicator": {"id": code, "value": "words"}, "country": {"id": name[:2], "value": name},
        "countryiso3code": name,
        "date": str(year), "value": value, "unit": "", "obs_status": "", "decimal": 1,
    }  # fmt: skip


def world_bank_countries(codes: Iterable[str]) -> bytes:
    """The API's list of countries and aggregates."""
    rows = [{"id": code, "region": {"id": "LCN", "value": "Latin America"}} for code in sorted(set(codes))]
    rows += [{"id": code, "region": {"id": "NA", "value": "Aggregates"}} for code in AGGREGATES]
    return json.dumps([{"page": 1, "pages": 1, "per_page": "32000", "total": len(rows)}, rows]).encode()


def census_workbook(extra_rows: Iterable[list[Any]] = (), drop: Iterable[str] = ()) -> bytes:
    """country.xlsx: countries, groups, the world, and a year of which only the spring is published."""
    openpyxl = pytest.importorskip("openpyxl", reason="the workbook needs the extra `refresh`")

    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("country")
    header = ["year", "CTY_CODE", "CTYNAME", "IDEC", "IYR", "EDEC", "EYR"]
    keep = [name for name in header if name not in drop]
    sheet.append(keep)
    exports, imports = panel("us_goods_exports"), panel("us_goods_imports")
    share, total = panel("us_goods_trade_share"), panel("us_goods_trade_total")
    rows: list[list[Any]] = []
    for (name, year), value in exports.items():
        rows.append(
            [
                year,
                CENSUS.get(name) or GONE[name],
                name,
                imports[name, year] / 12,
                imports[name, year],
                value / 12,
                value,
            ]
        )
    for year in range(1987, 2026):
        world = total["CAN", year] / share["CAN", year] * 100
        rows.append([year, "0015", "World, Not Seasonally Adjusted", 1.0, world / 2, 1.0, world / 2])
    rows.append([2023, "0003", "European Union", 1.0, 1e6, 1.0, 1e6])
    rows.append([2026, "2010", "Mexico", 0, 200000.0, 0, 150000.0])
    for row in [*rows, *extra_rows]:
        sheet.append([cell for name, cell in zip(header, row, strict=True) if name in keep])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def census_api(value: str, figures: dict[str, float], world: float) -> bytes:
    """One flow of one year, in USD as text."""
    rows = [[CENSUS[name], name, str(int(usd * 1e6)), "2024-12"] for name, usd in figures.items()]
    rows += [
        ["-", "TOTAL FOR ALL COUNTRIES", str(int(world * 1e6)), "2024-12"],
        ["0003", "EUROPEAN UNION", "5", "2024-12"],
    ]
    return json.dumps([["CTY_CODE", "CTY_NAME", value, "time"], *rows]).encode()


def foreign_assistance(modern: bool = False) -> bytes:
    """The country file, with a region, a transition quarter, other transactions and a year still open."""
    names = ["Country Code", "Country Name", "Transaction Type Name", "Fiscal Year"]
    names += ["Current Dollar Amount", "Constant Dollar Amount"] if modern else ["current_amount", "constant_amount"]
    current, constant = (panel(f"us_aid_total_obligations_{kind}_usd") for kind in ("current", "constant"))
    own = {"XKX": "CS-KM", "YUG": "YUF"}
    rows = [
        [own.get(name, name), name, "Obligations", year, int(value), int(constant[name, year])]
        for (name, year), value in current.items()
        if (name, year) != ("SDN", 2006)
    ]
    rows += [["SDN", "Sudan", "Obligations", 2006, 672138, 1000],
             ["SDF", "Sudan (former)", "Obligations", 2006, int(current["SDN", 2006]) - 672138,
              int(constant["SDN", 2006]) - 1000]]  # fmt: skip
    rows += [
        [own.get(name, name), name, "Disbursements", year, int(value), 1]
        for (name, year), value in panel("us_aid_total_disbursements_current_usd").items()
    ]
    rows += [["AFR", "Africa Region", "Obligations", 2020, 5, 5], ["MEX", "Mexico", "Obligations", "1976tq", 7, 9],
             ["MEX", "Mexico", "Loans", 2020, 1, 1], ["MEX", "Mexico", "Obligations", 2025, 1, 1]]  # fmt: skip
    return _csv(names, rows)


@lru_cache(maxsize=1)
def _aid_rows() -> dict[int, list[dict[str, Any]]]:
    """The figures held as rows of the API, by fiscal year; two codes are the source's own."""
    own, found = {"XKX": "CS-KM", "YUG": "YUF"}, dict[int, list[dict[str, Any]]]()
    for kind in ("Obligations", "Disbursements"):
        for (code, year), value in panel(f"us_aid_total_{kind.lower()}_current_usd").items():
            row = {"country_code": own.get(code, code), "country_name": code, "transaction_type_name": kind}
            found.setdefault(year, []).append(row | {"fiscal_year": str(year), "current_amount": value})
    return found


def aid_of_a_year(year: int, page: int = 1, per_page: int = 500, **changes: Any) -> bytes:
    """One page of the API of ForeignAssistance.gov for a fiscal year."""
    rows = [dict(row) for row in _aid_rows()[year]]
    rows.append(rows[0] | {"country_code": "WLD", "transaction_type_name": "President's Budget Requests"})
    info = {"current_page": page, "per_page": per_page, "total_pages": -(-len(rows) // per_page)}
    found = {"data": rows[(page - 1) * per_page : page * per_page], "page_info": info | {"total_records": len(rows)}}
    return json.dumps(found | changes).encode()


def troop_reports(*names: str) -> bytes:
    """The page of the Defense Manpower Data Center that lists its reports, each with its name as its id."""
    files = [
        {"fileName": name, "fileId": name[-9:-5], "groupName": "milRegionCountry", "extension": "xlsx"}
        for name in names
    ]
    other = {"fileName": "ms0_202607.pdf", "fileId": "9", "groupName": "other", "extension": "pdf"}
    return json.dumps({"page": {"sections": [{"files": [other, *files]}]}}).encode()


def troop_report(month: str, counts: Mapping[str, object], printed: object = None, total: str = "TOTAL") -> bytes:
    """One location report: headings over two rows, states, places overseas, and what it prints as their total."""
    openpyxl = pytest.importorskip("openpyxl", reason="the workbook needs the extra `refresh`")
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Sheet1")
    sheet.append(["", "Military and Civilian Personnel Permanently Assigned"])
    sheet.append(["", f"As of {month}"])
    sheet.append(["", "DUTY STATE/COUNTRY", "ACTIVE DUTY", None, None, "CIVILIAN", None])
    sheet.append(["", None, "ARMY***", "NAVY", total, "ARMY", "TOTAL"])
    for name, states in {"UNITED STATES": None, "ALABAMA": 9, "UNITED STATES TOTAL": 9, "OVERSEAS": None}.items():
        sheet.append(["", name, None, None, states, None, 7])
    for name, count in counts.items():
        sheet.append(["", name, 1, 1, count, 1, 7])
    known = sum(count for count in counts.values() if isinstance(count, int))
    sheet.append(["", "OVERSEAS TOTAL", 1, 1, known if printed is None else printed, 1, 7])
    sheet.append(["", "GRAND TOTAL", 1, 1, 1, 1, 7])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def ideal_points(delimiter: str = "\t", name: str = "IdealPointFP") -> bytes:
    """The file of estimates."""
    rows = [["", code, "words", year, value] for (code, year), value in panel("unga_ideal_point").items()]
    return _csv(["ccode", "iso3c", "Countryname", "year", name], rows, delimiter)


def dataverse(label: str = "Idealpointestimates1946-2025.tab") -> bytes:
    """The Dataverse record of the data set."""
    files = [
        {"label": "AgreementScoresAll_Jun2024.tab", "dataFile": {"id": 99}},
        {"label": "Idealpointestimates1946-2023.tab", "dataFile": {"id": 11}},
        {"label": label, "dataFile": {"id": 42}},
    ]
    return json.dumps({"status": "OK", "data": {"latestVersion": {"files": files}}}).encode()


def vdem(drop: str = "") -> bytes:
    """The zip file of country-years, with a code of V-Dem's own and empty cells."""
    names = [name for name in ("country_name", "country_text_id", "year", "v2x_polyarchy", "v2x_clphy") if name != drop]
    first, second = panel("vdem_polyarchy"), panel("vdem_physical_violence_index")
    rows = [["x", code, year, value, second.get((code, year), "")] for (code, year), value in first.items()]
    rows += [["x", code, year, "", value] for (code, year), value in second.items() if (code, year) not in first]
    rows.append(["Somaliland", "SML", 2020, 0.4, 0.5])
    return zipped("V-Dem-CY-Core-v16.csv", _csv(names, rows))


def ucdp_rows() -> list[dict[str, str]]:
    """Conflict-years: within states, one between states, one of a government this package has no code for."""
    numbers = {(state("gw", str(number), year), year): number for number in range(1, 1000) for year in YEARS}
    rows = [_conflict(numbers[key], key[1], int(level), 3) for key, level in panel("civil_conflict_intensity").items()]
    rows.append(_conflict(70, 2024, 2, 2))
    rows.append(_conflict(817, 1990, 2, 3))
    rows.append(_conflict(numbers["MMR", 2024], 2024, 1, 4))  # a lesser conflict beside a war
    return rows


def _conflict(number: int, year: int, level: int, kind: int) -> dict[str, str]:
    values = ("1", "x", year, level, kind, number)
    names = ("conflict_id", "location", "year", "intensity_level", "type_of_conflict", "gwno_a")
    return {name: str(value) for name, value in zip(names, values, strict=True)}


def ucdp() -> bytes:
    """The zip file of conflict-years."""
    rows = ucdp_rows()
    return zipped("UcdpPrioConflict_v26_1.csv", _csv(list(rows[0]), [list(row.values()) for row in rows]))


def federal_register(count: int = 2, pages: int = 1) -> bytes:
    """One page of presidential documents."""
    results = [
        {"document_number": "2026-00111", "title": "Designation of Ruritania as a Major Non-NATO Ally",
         "citation": "91 FR 2222", "signing_date": "2026-10-01", "publication_date": "2026-10-09", "html_url": "https://www.federalregister.gov/d/26-111"},
        {"document_number": "2022-15383", "title": "Waiver for Strelsau", "citation": "87 FR 3333",
         "signing_date": None, "publication_date": "2022-06-02", "html_url": "https://www.federalregister.gov/d/22-153"},
    ]  # fmt: skip
    return json.dumps({"count": count, "total_pages": pages, "results": results[:count]}).encode()


def zipped(name: str, content: bytes) -> bytes:
    """A zip file with one member."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return out.getvalue()


def _csv(header: list[str], rows: Iterable[list[Any]], delimiter: str = ",") -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter)
    writer.writerow(header)
    writer.writerows(rows)
    return out.getvalue().encode()


def sale_notice(
    number: str = "26-90",
    purchaser: str = "Government of Ruritania",
    mde: str = "$150 million",
    total: str = "$400 million",
    delivered: str = "September 10, 2026",
    more: str = "",
) -> bytes:
    """The text of one notice of the Defense Security Cooperation Agency, as the Federal Register serves it."""
    return f"""<html>
<head><title>Federal Register</title></head>
<body><pre>
[Federal Register Volume 91, Number 200]
DEPARTMENT OF DEFENSE
Office of the Secretary
[Transmittal No. {number}]

Arms Sales Notification

AGENCY: Defense Security Cooperation Agency, Department of Defense (DoD).
SUPPLEMENTARY INFORMATION: This 36(b)(1) arms sales notification is published to fulfill section 155 of
Public Law 104-164. {more}

Transmittal No. {number}
    (i) Prospective Purchaser: {purchaser}
    (ii) Total Estimated Value:

Major Defense Equipment *..................  {mde}
Other......................................  $250 million
                                           -------------
    TOTAL..................................  {total}

    (iii) Description and Quantity or Quantities of Articles or Services under Consideration for Purchase:
Forty (40) invented &amp; improved radios
    (iv) Military Department: Army (XX-B-ABC)
    (viii) Date Report Delivered to Congress: {delivered}
    * as defined in Section 47(6) of the Arms Export Control Act.

[FR Doc. 2026-20000 Filed 10-1-26; 8:45 am]
</pre></body>
</html>
""".encode()


def license_list() -> bytes:
    """The text of one list of the State Department: a letter for each proposed license, without its value."""
    return b"""<html><body><pre>
DEPARTMENT OF STATE
Notifications to the Congress of Proposed Commercial Export Licenses

Transmittal No. DDTC 26-011
July 9, 2026
Pursuant to Section 36(c) of the Arms Export Control Act, please find enclosed a certification of a proposed license for
the export of defense articles to Norway in the amount of $100,000,000 or more.

Transmittal No. DDTC 26-012
July 10, 2026
A proposed license for the export of articles to a place that is none in the amount of $50,000,000 or more.
[FR Doc. 2026-20001 Filed 10-1-26; 8:45 am]
</pre></body></html>
"""


def listed_notices(*numbers: str, pages: int = 1) -> bytes:
    """One page of the search for notices of arms sales."""
    results = [
        {"document_number": number, "title": "Arms Sales Notification", "publication_date": "2026-10-01",
         "html_url": f"https://www.federalregister.gov/d/{number}",
         "raw_text_url": f"https://www.federalregister.gov/documents/full_text/text/2026/10/01/{number}.txt"}
        for number in numbers
    ]  # fmt: skip
    return json.dumps({"count": len(results), "total_pages": pages, "results": results}).encode()
