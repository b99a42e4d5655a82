"""Systems of country codes: ISO 3166 (letters and numbers), DSCA's, FIPS 10-4, the Correlates of War's.

The same code means different countries in different systems: IS is Iceland in ISO 3166 and Israel in two others, and
484 is Mexico in ISO 3166 and the Republic of the Congo in the Correlates of War.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from mnna.registry.countries import countries, dsca_codes, iso_numbers

TITLES = {
    "iso": "ISO 3166 alpha-2",
    "iso3": "ISO 3166 alpha-3",
    "dsca": "the Defense Security Cooperation Agency",
    "fips": "FIPS 10-4",
    "cow": "the Correlates of War",
    "m49": "ISO 3166 numeric (UN M49)",
}
"""The usual name of each system, by id."""

NUMBERED = ("cow", "m49")
"""The systems whose codes are numbers; a table may have lost their leading zeros, or write 484 as 484.0."""


@lru_cache(maxsize=1)
def systems() -> Mapping[str, Mapping[str, str]]:
    """Return every system by id, as a mapping from its codes to alpha-3 codes."""
    known = countries().values()
    return {
        "iso": {one.iso2: one.iso3 for one in known if one.iso2},
        "iso3": {one.iso3: one.iso3 for one in known},
        "dsca": dsca_codes(),
        "fips": {one.gec: one.iso3 for one in known if one.gec},
        "cow": {str(one.cow): one.iso3 for one in known if one.cow},
        "m49": iso_numbers(),
    }


def of_code(system: str, text: str) -> str | None:
    """Return the alpha-3 code of the country with this code in the system, or None."""
    code = text.strip().upper()
    return systems()[system].get(code.removesuffix(".0").lstrip("0") if system in NUMBERED else code)
