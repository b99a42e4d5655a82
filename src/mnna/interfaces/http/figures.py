"""Figures for reading: grouped, with as many digits as they deserve."""

from __future__ import annotations

from mnna.interfaces.http.template_filters import country_name


def figure(value: float | None, missing: str = "missing") -> str:
    """A number with its thousands grouped and about four figures."""
    if value is None:
        return missing
    if value == int(value) and abs(value) < 1e15:
        return f"{int(value):,}"
    return f"{value:,.0f}" if abs(value) >= 1e5 else f"{value:,.4g}" if abs(value) < 1e3 else f"{value:,.1f}"


def names(codes: list[str] | tuple[str, ...]) -> str:
    """Codes as a list of names in running text."""
    found = [country_name(code) for code in codes]
    return found[0] if len(found) == 1 else f"{', '.join(found[:-1])} and {found[-1]}" if found else ""
