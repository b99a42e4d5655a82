"""Compile the embedded tables of figures from source files, after checking that the sources are consistent.

    python scripts/compile_indicators.py SOURCE_DIR --geography GEOGRAPHY_DIR [--to PACKAGE_DIR]

SOURCE_DIR has one `ID.csv` for each indicator (`iso3,year,value`) and `sources.csv` (rows, countries and years of
each). GEOGRAPHY_DIR has `land_borders_dyadic.csv` (`iso3_a,iso3_b,km`) and `code_crosswalk.csv`. The script writes
`figures/ID.csv.gz`, `figures/coverage.csv`, `land_borders.csv` and `refresh/state_numbers.csv` into PACKAGE_DIR, by
default the folder of `mnna.series`. The same sources give the same bytes.
"""

from __future__ import annotations

import argparse
import csv
import io
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from mnna.errors import BadFacts, MnnaError
from mnna.series import checks, figures, metadata
from mnna.series.figures import Panel

PACKAGE = Path(metadata.__file__).parent
Panels = dict[str, Panel]


def main(arguments: Sequence[str] | None = None) -> int:
    """Read, check and write the figures; return 0, or 2 after printing the error in the sources."""
    parser = argparse.ArgumentParser(description="Compile the embedded table of figures.")
    parser.add_argument("source", type=Path, help="directory of ID.csv files and sources.csv")
    parser.add_argument("--geography", type=Path, required=True, help="directory of the geography files")
    parser.add_argument("--to", type=Path, default=PACKAGE, help="the folder of the series package to write into")
    asked = parser.parse_args(arguments)
    try:
        panels = read(asked.source)
        for check in CHECKS:
            check(panels)
        written = write(panels, asked.to) + geography(asked.geography, asked.to)
    except MnnaError as error:
        print(error, file=sys.stderr)
        return 2
    print(f"{len(panels)} indicators, {sum(len(panel) for panel in panels.values()):,} figures, {written:,} bytes")
    return 0


def read(source: Path) -> Panels:
    """Return the figures of every shipped indicator, without unusable ones; raise `BadFacts` for an invalid file."""
    shipped = [name for name, record in metadata.records().items() if record["shipped"]]
    strays = {path.stem for path in source.glob("*.csv")} - set(shipped) - {"sources"}
    if strays:
        raise BadFacts(
            str(source), f"files without a record: {', '.join(sorted(strays))}", (), "Add them to indicators.toml."
        )
    stated = {row["indicator"]: row for row in _rows(source / "sources.csv")}
    panels = {}
    for name in shipped:
        panel = _read_one(source / f"{name}.csv", metadata.records()[name])
        _as_stated(name, panel, stated.get(name, {}))
        panels[name] = _usable(name, panel)
    return panels


def _rows(path: Path) -> list[dict[str, str]]:
    try:
        with path.open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))
    except OSError as error:
        raise BadFacts(
            str(path), f"cannot be read ({error.strerror})", (), "Give the directory of the sources."
        ) from None


def _read_one(path: Path, record: metadata.Record) -> Panel:
    rows = _rows(path)
    if rows and list(rows[0]) != ["iso3", "year", "value"]:
        raise BadFacts(
            f"{path.name} line 1", f"the columns are {', '.join(rows[0])}", (), "They must be iso3,year,value."
        )
    cells = (
        checks.Cells(f"{path.name} line {at}", row["iso3"], row["year"], row["value"]) for at, row in enumerate(rows, 2)
    )
    return checks.checked(cells, record["low"], record["high"])


def _as_stated(name: str, panel: Panel, stated: dict[str, str]) -> None:
    covers = figures.coverage(panel)
    found = [str(one) for one in (covers.first_year, covers.last_year, covers.countries, covers.rows)]
    said = [stated.get(column) for column in ("from_year", "to_year", "countries", "rows")]
    if found != said:
        raise BadFacts(
            f"{name}.csv", f"from, to, countries, rows are {found}, sources.csv says {said}", (), "Correct either."
        )


def _usable(name: str, panel: Panel) -> Panel:
    bad = [one for one in metadata.cautions() if one.indicator == name and one.effect == "unusable"]
    return {key: value for key, value in panel.items() if not any(one.applies(*key) for one in bad)}


def _need(asked: str, wrong: Iterable[object]) -> None:
    found = list(wrong)
    if found:
        raise BadFacts(asked, f"{len(found)} rows do not fit, the first: {found[0]}", (), "Look at the source files.")


def trade_adds_up(panels: Panels) -> None:
    """Raise `BadFacts` unless exports plus imports equal the total, for the same countries and years."""
    out, into, total = (panels[f"us_goods_{name}"] for name in ("exports", "imports", "trade_total"))
    _need(
        "exports + imports = total",
        (
            key
            for key in {*out, *into, *total}
            if abs(out.get(key, 1e99) + into.get(key, 1e99) - total.get(key, 0)) > 0.002
        ),
    )


def shares_sum_to_the_whole(panels: Panels) -> None:
    """Raise `BadFacts` unless partners' shares sum to 99.9-100.1 %; before 1992 97.5 % is enough (fewer are listed)."""
    sums: dict[int, float] = {}
    for (_, year), share in panels["us_goods_trade_share"].items():
        sums[year] = sums.get(year, 0.0) + share
    _need(
        "shares sum to 100",
        ((year, total) for year, total in sums.items() if not (99.9 if year >= 1992 else 97.5) < total < 100.1),
    )


def ranks_follow_totals(panels: Panels) -> None:
    """Raise `BadFacts` unless ranks follow totals: exactly to rank 50, then within two (for Gaza and the West Bank)."""
    total, rank = panels["us_goods_trade_total"], panels["us_goods_trade_rank"]
    by_year: dict[int, list[float]] = {}
    for (_, year), value in total.items():
        by_year.setdefault(year, []).append(value)
    order = {year: sorted(values, reverse=True) for year, values in by_year.items()}
    off = {key: order[key[1]].index(value) + 1 - rank[key] for key, value in total.items()}
    _need("ranks follow totals", (key for key, by in off.items() if abs(by) > (0 if rank[key] <= 50 else 2)))


OTHER_PEOPLE = {"CYP": 1985, "MAR": 1985, "RUS": 2014, "SDN": 1985, "TZA": 1985, "UKR": 2014}
"""Countries whose GDP the World Bank divides by the people of another part of the country, with the first year."""


def person_share_of_gdp(panels: Panels) -> None:
    """Raise `BadFacts` unless GDP per person is GDP divided by population, to the cent."""
    gdp, people, each = (panels[name] for name in ("gdp_current_usd", "population", "gdp_per_capita_current_usd"))
    off = (key for key, value in each.items() if abs(gdp[key] / people[key] - value) > 0.0101)
    _need("GDP per person", (key for key in off if key[1] < OTHER_PEOPLE.get(key[0], 9999)))


def training_has_students(panels: Panels) -> None:
    """Raise `BadFacts` unless the students and the value of training cover the same countries and years."""
    students, value = panels["us_military_training_students"], panels["us_military_training_value_usd"]
    _need("training", sorted(set(students) ^ set(value)))


def parts_of_military_aid(panels: Panels) -> None:
    """Raise `BadFacts` if grants or training exceed the military aid they are part of by over 5 % (de-obligations)."""
    whole = panels["us_military_aid_obligations_greenbook_usd"]
    for name in ("us_fmf_obligations_current_usd", "us_imet_obligations_current_usd"):
        _need(name, (key for key, value in panels[name].items() if value > 1.05 * whole.get(key, 0.0) + 1))


def distances_are_differences(panels: Panels) -> None:
    """Raise `BadFacts` unless each UN distance is the absolute difference of two ideal points of that year."""
    points = panels["unga_ideal_point"]
    for name, code in (("usa", "USA"), ("china", "CHN"), ("russia", "RUS")):
        pole = {year: points.get((code, year), points.get(("SUN", year), 1e99)) for _, year in points}
        _need(
            f"distance from {code}",
            (
                key
                for key, value in panels[f"unga_distance_{name}"].items()
                if abs(abs(points[key] - pole[key[1]]) - value) > 2e-5
            ),
        )


def published_figures(panels: Panels) -> None:
    """Raise `BadFacts` unless some published figures are met: borders, trade with Mexico as revised, aid, troops."""
    published = {
        ("us_land_border_km", "MEX", 2025): 3155.0,
        ("us_land_border_km", "CAN", 2025): 8891.0,
        ("us_goods_trade_total", "MEX", 2019): 612770.071,
        ("us_goods_trade_rank", "MEX", 2019): 1.0,
        ("us_goods_trade_rank", "MEX", 2023): 1.0,
        ("us_aid_total_obligations_current_usd", "SDN", 2006): 933061846.0,
        ("us_military_aid_obligations_current_usd", "ISR", 2025): 3305572360.0,
        ("us_troops_active_duty", "DEU", 2026): 37009.0,
        ("us_imet_obligations_current_usd", "PER", 2019): 590617.0,
        ("dist_washington_km", "USA", 2025): 0.0,
    }
    _need("published figures", (key for key, value in published.items() if panels[key[0]].get(key[1:]) != value))


CHECKS: tuple[Callable[[Panels], None], ...] = (
    trade_adds_up,
    shares_sum_to_the_whole,
    ranks_follow_totals,
    person_share_of_gdp,
    training_has_students,
    parts_of_military_aid,
    distances_are_differences,
    published_figures,
)


def write(panels: Panels, package: Path) -> int:
    """Write the packed figures and their coverage; return the total size of the packed files in bytes."""
    folder = package / "figures"
    folder.mkdir(parents=True, exist_ok=True)
    lines, size = ["id,first_year,last_year,countries,rows,sha256\n"], 0
    for name, panel in panels.items():
        packed, covers = figures.pack(figures.as_text(panel)), figures.coverage(panel)
        (folder / f"{name}.csv.gz").write_bytes(packed)
        lines.append(
            f"{name},{covers.first_year},{covers.last_year},{covers.countries},{covers.rows},{covers.checksum}\n"
        )
        size += len(packed)
    (folder / "coverage.csv").write_text("".join(lines), encoding="utf-8", newline="")
    return size


def geography(source: Path, package: Path) -> int:
    """Write the land borders and the state numbers of Correlates of War and of Gleditsch and Ward; return the bytes."""
    borders = [
        (row["iso3_a"], row["iso3_b"], figures.number(figures.finite(row["km"])))
        for row in _rows(source / "land_borders_dyadic.csv")
    ]
    _need("land borders", (pair for pair in borders if pair[0] == pair[1] or float(pair[2]) <= 0))
    if len({pair[:2] for pair in borders}) != len(borders):
        raise BadFacts("land_borders_dyadic.csv", "a border stands there twice", (), "Keep one of the two.")
    numbers = [
        (row["system"], row["code"], row["iso3"], row["from_year"], row["to_year"])
        for row in _rows(source / "code_crosswalk.csv")
    ]
    (package / "refresh").mkdir(parents=True, exist_ok=True)
    return _table(package / "land_borders.csv", ("country", "neighbour", "km"), borders) + _table(
        package / "refresh" / "state_numbers.csv", ("system", "number", "country", "from_year", "to_year"), numbers
    )


def _table(path: Path, header: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> int:
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(sorted(rows))
    return path.write_bytes(out.getvalue().encode())


if __name__ == "__main__":
    raise SystemExit(main())
