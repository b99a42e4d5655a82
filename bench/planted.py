"""`python -m bench planted`: plant wrong figures, pinpoints and countries in the tables, and count the errors detected.

Each error is planted alone in a current row of the tables, at random from a seed, and the checks of the tests are run
on it. They compare a row with the text it cites, with the section it is named after, and with other rows. An error is a
figure from elsewhere in the law or a similar one, the pinpoint of another figure or paragraph, or another country. The
run takes some seconds.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from random import Random

from mnna.registry import countries
from mnna.registry.load import load_registry
from mnna.statutes.citations import within
from mnna.statutes.figures_in_words import NAMED_BY_THE_LAW, Figure, faults, figures, names
from mnna.statutes.official_words import Words, paragraphs, words_at, words_of

COUNT, SEED = 500, 20261128
HOME = "USA"
KINDS = ("figure", "pinpoint", "country")


def planted(count: int = COUNT, seed: int = SEED) -> Iterator[tuple[str, str, bool]]:
    """Yield the kind and description of each planted error, and whether the checks detect it."""
    random = Random(seed)
    found = figures()
    sound = [one for one in found if one.id not in faults(found)]
    spans = [
        (span.status, words_of(span.citation))
        for span in load_registry().spans
        if span.until is None and span.status in NAMED_BY_THE_LAW and words_of(span.citation)
    ]
    for at in range(count):
        kind = KINDS[at % len(KINDS)]
        if kind == "figure":
            yield _figure(random, sound)
        elif kind == "pinpoint":
            yield _pinpoint(random, sound)
        else:
            yield _country(random, *random.choice(spans))


def _figure(random: Random, sound: list[Figure]) -> tuple[str, str, bool]:
    """Plant another figure of the law in the same unit, or a tenth of, ten times or one above the right one."""
    one = random.choice(sound)
    elsewhere = [other.value for other in sound if other.unit == one.unit]
    near = [one.value * 10, one.value + 1, *([one.value // 10] if one.value >= 10 else [])]
    wrong = random.choice([value for value in (*elsewhere, *near) if value != one.value])
    caught = seen(sound, one._replace(value=wrong))
    return "figure", f"{one.id} = {wrong:,} in {one.citation}", caught


def _pinpoint(random: Random, sound: list[Figure]) -> tuple[str, str, bool]:
    """Plant the citation of another figure, or of another paragraph of the same section."""
    one = random.choice(sound)
    right = [held.uslm for held in words_of(one.citation)]
    section = right[0].split("/")[:5]
    beside = [id_ for id_ in paragraphs() if id_.split("/")[:5] == section and id_.count("/") > 4]
    elsewhere = [held.uslm for other in sound for held in words_of(other.citation)]
    places = random.choice([others for found in (beside, elsewhere) if (others := _others(found, right))])
    wrong = words_at(random.choice(places))
    assert wrong is not None
    return (
        "pinpoint",
        f"{one.id} = {one.value:,} in {wrong.citation}",
        seen(sound, one._replace(citation=wrong.citation)),
    )


def _others(places: list[str], right: list[str]) -> list[str]:
    """Return the places that neither contain a right place nor are inside one."""
    return [one for one in places if not any(within(one, place) or within(place, one) for place in right)]


def seen(sound: list[Figure], wrong: Figure) -> bool:
    """Return whether the checks detect the wrong figure among the right ones."""
    return bool(faults([wrong if one.id == wrong.id else one for one in sound]))


def _country(random: Random, status: str, held: tuple[Words, ...]) -> tuple[str, str, bool]:
    """Plant a country without the status in place of one that the law names."""
    holders = {span.country for span in load_registry().spans if span.status == status}
    wrong = random.choice([iso3 for iso3 in countries.countries() if iso3 not in {*holders, HOME}])
    told = countries.fold(" ".join(one.text for one in held))
    spellings = [name for name, iso3 in countries.names().items() if iso3 == wrong]
    return "country", f"{wrong} in {held[0].citation}", not names(told, spellings)


def main() -> None:
    """Print the share of errors detected, by kind, and every undetected error."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=COUNT)
    parser.add_argument("--seed", type=int, default=SEED)
    given = parser.parse_args()
    rows = list(planted(given.count, given.seed))
    all_, caught = Counter(kind for kind, _, _ in rows), Counter(kind for kind, _, found in rows if found)
    for kind in KINDS:
        print(f"{kind:>9}: {caught[kind]:>3} of {all_[kind]:>3} caught ({caught[kind] / all_[kind]:.1%})")
    print(f"      all: {sum(caught.values()):>3} of {len(rows):>3} caught ({sum(caught.values()) / len(rows):.1%})")
    for kind, what, found in rows:
        if not found:
            print(f"not caught: {kind}, {what}")


if __name__ == "__main__":
    main()
