"""Systems of country codes: ISO 3166, the Defense Security Cooperation Agency's, FIPS 10-4, the Correlates of War's.

The same letters mean different countries in different systems: IS is Iceland in ISO 3166 and Israel in two others.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from mnna.registry.countries import countries, dsca_codes

TITLES = {
    "iso": "ISO 3166 alpha-2",
    "iso3": "ISO 3166 alpha-3",
    "dsca": "the Defense Security Cooperation Agency",
    "fips": "FIPS 10-4",
    "cow": "the Correlates of War",
}
"""The systems by id, as people call them."""


@lru_cache(maxsize=1)
def systems() -> Mapping[str, Mapping[str, str]]:
    """Every system by id: each of its codes with the alpha-3 code of the country."""
    known = countries().values()
    return {
        "iso": {one.iso2: one.iso3 for one in known if one.iso2},
        "iso3": {one.iso3: one.iso3 for one in known},
        "dsca": dsca_codes(),
        "fips": {one.gec: one.iso3 for one in known if one.gec},
        "cow": {str(one.cow): one.iso3 for one in known if one.cow},
    }


def of_code(system: str, text: str) -> str | None:
    """The alpha-3 code of the country that has this code in the system; None where none has."""
    code = text.strip().upper()
    return systems()[system].get(code.lstrip("0") if system == "cow" else code)
