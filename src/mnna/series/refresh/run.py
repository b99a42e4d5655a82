"""The refresh of data sets: fetch, read, check, compare with the stored figures, store, and report the outcome."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Literal

from mnna.errors import BadQuestion, CannotAnswer, MnnaError, UnknownWord, alike
from mnna.registry.notices import last_day
from mnna.series import figures, lookup, metadata, user_series, vintages
from mnna.series.records import Shown
from mnna.series.refresh import (
    arms_sales,
    census,
    federal_register,
    foreign_assistance,
    ideal_points,
    meetings,
    troops,
    ucdp,
    vdem,
    world_bank,
)
from mnna.series.refresh.drift import Drift, NoticeDifference, differences, drift, keep_notices
from mnna.series.refresh.federal_register import Candidate
from mnna.series.refresh.fetch import Limits, Progress, Unchanged
from mnna.series.refresh.session import Read, Session

CANDIDATES = federal_register.DATASET
NOTICES = arms_sales.DATASET
MEETINGS = meetings.DATASET
BEFORE = timedelta(days=400)
"""The search for notices begins this long before the last day on record: they are published months after delivery."""
ENOUGH = 0.8  # a vintage with less than this share of the stored countries or figures is treated as a bad download
_STAYS = "The figures held stay in place."
_NOT_TAKEN = "newer figures were found and not taken; the figures held stay in place"
Status = Literal["updated", "unchanged", "declined", "failed"]
Watch = Callable[[Progress], None]
Approve = Callable[[str, tuple[Drift | NoticeDifference, ...]], bool]
"""A function of a data set's name and of its changes that returns whether the newer data are to be stored."""


@dataclass(frozen=True, slots=True)
class Connector:
    """One official source: the data set's name, its indicators, and the functions that read it or a downloaded copy.

    `asked_only` data sets are refreshed only if they are named.
    """

    dataset: str
    indicators: tuple[str, ...]
    read: Callable[[Session], Read]
    parse: Callable[[Path], Read] | None = None
    asked_only: bool = False


CONNECTORS: tuple[Connector, ...] = (
    *(Connector(f"world-bank-{name}", (name,), world_bank.read) for name in world_bank.CODES),
    Connector("census-trade", census.IDS, census.read, census.parse),
    Connector("census-trade-api", census.IDS, census.read_api, asked_only=True),
    Connector("foreign-assistance", foreign_assistance.IDS, foreign_assistance.read, foreign_assistance.parse),
    Connector("foreign-assistance-api", foreign_assistance.API_IDS, foreign_assistance.read_api, asked_only=True),
    Connector("troops", (troops.INDICATOR,), troops.read),
    Connector("ideal-points", ideal_points.IDS, ideal_points.read, ideal_points.parse),
    Connector("v-dem", vdem.IDS, vdem.read, vdem.parse),
    Connector("ucdp", (ucdp.INDICATOR,), ucdp.read, ucdp.parse),
)
"""The connectors; a full refresh follows their order."""


@dataclass(frozen=True, slots=True)
class Outcome(Shown):
    """The result of refreshing one indicator, or of a search such as `federal-register`, `notices` or `meetings`.

    `status` is `updated`, `unchanged`, `declined` (newer figures were shown and not accepted) or `failed`; `reason`
    says why. `vintage` is the vintage now stored, `notes` say which rows were left out, `drift` how the newer figures
    differ from those stored before. `candidates` are presidential documents for the registry's maintainers; none was
    applied. `differences` are those between published notices of arms sales and the record.
    """

    indicator: str
    dataset: str
    status: Status
    reason: str = ""
    vintage: str = ""
    notes: tuple[str, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    drift: Drift | None = None
    differences: tuple[NoticeDifference, ...] = ()


def refreshable() -> tuple[str, ...]:
    """Return every id that `refresh` accepts: indicators, data sets, `federal-register`, `notices` and `meetings`."""
    names = [name for one in CONNECTORS for name in (*one.indicators, one.dataset)]
    return (*dict.fromkeys(names), CANDIDATES, NOTICES, MEETINGS)


def refresh(
    ids: Sequence[str] | None = None,
    *,
    base: str | None = None,
    progress: Watch | None = None,
    limits: Limits | None = None,
    known: Collection[str] = (),
    approve: Approve | None = None,
) -> tuple[Outcome, ...]:
    """Store newer vintages in the user's data directory; return one outcome for each indicator of each data set.

    `ids` are indicators or data sets; None means all data sets that need not be named. `base` replaces every official
    host. `known` are the Federal Register citations that the registry already has. `approve` is called before newer
    figures are stored; without it they are stored. Raises `UnknownWord` for an unknown id, and `CannotAnswer` for an
    indicator without a connector; every other error is reported as an outcome.
    """
    how = _How(base, progress, limits or Limits(), approve)
    searches: dict[str, Callable[[Session], Outcome]] = {
        CANDIDATES: lambda session: _candidates(session, known),
        NOTICES: lambda session: _notices(session, how),
        MEETINGS: lambda session: _meetings(session, how),
    }
    found = [outcome for one in _chosen(ids) for outcome in _one(one, how)]
    wanted = (CANDIDATES,) if ids is None else ids
    return (*found, *(_single(name, how, read) for name, read in searches.items() if name in wanted))


@dataclass(frozen=True, slots=True)
class _How:
    """The settings of a refresh: how data sets are fetched, and the function that approves newer figures."""

    base: str | None
    progress: Watch | None
    limits: Limits
    approve: Approve | None

    @contextmanager
    def session(self, dataset: str) -> Iterator[Session]:
        """Return a context with the session of one data set, whose temporary folder is deleted afterwards."""
        with _foreseen(dataset), tempfile.TemporaryDirectory(prefix="mnna-") as folder:
            yield Session(dataset, Path(folder), self.base, self.limits, self.progress, _held(dataset))

    def declines(self, dataset: str, changes: tuple[Drift | NoticeDifference, ...]) -> bool:
        """Return whether `approve` was called with the changes and refused them."""
        return self.approve is not None and not self.approve(dataset, changes)


def _held(dataset: str) -> vintages.Held | None:
    return next((one for one in vintages.held() if one.dataset == dataset), None)


def _chosen(ids: Sequence[str] | None) -> list[Connector]:
    """Return the connectors of the ids, each once; without ids those that need not be named."""
    if ids is None:
        return [one for one in CONNECTORS if not one.asked_only]
    for name in ids:
        _exists(name)
    by_name = {name: one for one in reversed(CONNECTORS) if not one.asked_only for name in one.indicators}
    by_name |= {one.dataset: one for one in CONNECTORS}
    return list({by_name[name].dataset: by_name[name] for name in ids if name in by_name}.values())


def _exists(name: str) -> None:
    """Raise `UnknownWord` for an unknown id, and `CannotAnswer` for an indicator without a connector."""
    if name in refreshable():
        return
    if name in metadata.records():
        bring = metadata.records()[name].get("bring") or "Bring your own figures: `mnna ingest csv FILE METADATA`."
        raise CannotAnswer(f"refreshing {name}", "no official address gives it in a form that can be read", (), bring)
    near = alike(name, refreshable(), 5, 0.5)
    wrong = "there is no indicator or data set of that id"
    raise UnknownWord(f"refreshing {name!r}", wrong, near, "See `mnna indicators`.")


def _one(connector: Connector, how: _How) -> Iterator[Outcome]:
    try:
        with how.session(connector.dataset) as session:
            read = connector.read(session)
            yield from _store(connector, read, session.downloads, how)
    except Unchanged:
        yield from _each(connector, "unchanged", "the source has nothing newer")
    except MnnaError as error:
        yield from _each(connector, "failed", str(error))


def _each(connector: Connector, status: Status, why: str) -> Iterator[Outcome]:
    """Yield an outcome with the same status and reason for each indicator of a connector."""
    for name in connector.indicators:
        yield Outcome(name, connector.dataset, status, why, _vintage(name))


def _single(dataset: str, how: _How, read: Callable[[Session], Outcome]) -> Outcome:
    """Return the outcome of a data set that has no indicators; an error becomes a failed outcome."""
    try:
        with how.session(dataset) as session:
            return read(session)
    except MnnaError as error:
        return Outcome(dataset, dataset, "failed", str(error))


@contextmanager
def _foreseen(what: str) -> Iterator[None]:
    """Turn an unforeseen exception (a full disk, an unknown form of file) into a `CannotAnswer`."""
    try:
        yield
    except (MnnaError, Unchanged):
        raise
    except OSError as error:
        raise CannotAnswer(f"refreshing {what}", f"a file failed ({error})", (), _STAYS) from None
    except Exception as error:
        wrong = f"the source could not be read ({type(error).__name__}: {error})"
        raise CannotAnswer(f"refreshing {what}", wrong, (), _STAYS) from None


def _own(name: str) -> str:
    """Return a note where the user's own figures of the indicator still replace the refreshed ones, else ""."""
    own_counts = lookup.indicator(name).origin == vintages.OWN
    return "stored, but your own figures of this indicator still count before it" if own_counts else ""


def _vintage(name: str) -> str:
    try:
        return lookup.indicator(name).vintage
    except MnnaError:
        return ""


def _store(
    connector: Connector, read: Read, sources: Iterable[vintages.Download], how: _How, why: str = ""
) -> tuple[Outcome, ...]:
    """Check what was read, ask for approval, store it, and return the outcomes; `why` is their reason if not empty."""
    dataset, before = connector.dataset, _held(connector.dataset)
    for name in connector.indicators:
        _plausible(name, read.panels.get(name, {}), before)
    panels = {name: read.panels[name] for name in connector.indicators}
    drifts = {name: drift(name, _before(name, before), panel) for name, panel in panels.items()}
    if how.declines(dataset, tuple(drifts.values())):
        no = f"{why}, not taken" if why else _NOT_TAKEN
        return tuple(Outcome(name, dataset, "declined", no, _vintage(name), drift=drifts[name]) for name in panels)
    records = {name: metadata.records()[name] | dict(read.overrides.get(name, {})) for name in panels}
    now = datetime.now(UTC)
    origin, retrieved = f"refreshed {now.date()}", now.isoformat(timespec="seconds")
    held = vintages.write(vintages.Vintage(dataset, origin, retrieved, panels, records, tuple(sources), read.notes))
    return tuple(
        Outcome(name, dataset, "updated", why or _own(name), held.indicators[name].vintage, held.notes, drift=one)
        for name, one in drifts.items()
    )


def _before(name: str, before: vintages.Held | None) -> figures.Panel:
    """Return the figures that the newer ones would replace: those of the last refresh, else the embedded ones."""
    if before is not None and name in before.indicators:
        return vintages.panel(before.path, name)
    return figures.embedded(name) if name in metadata.embedded() else {}


def _plausible(name: str, panel: figures.Panel, before: vintages.Held | None) -> None:
    """Raise `CannotAnswer` for a vintage that ends before the stored one, or has far fewer countries or figures."""
    if not panel:
        raise CannotAnswer(f"refreshing {name}", "the new file has no figure of it", (), _STAYS)
    new = figures.coverage(panel)
    old = before.indicators.get(name) if before else metadata.embedded().get(name)
    if old is None:
        return
    rows = sum(old.first_year <= year <= old.last_year for _, year in panel)
    few = new.countries < ENOUGH * old.countries or rows < ENOUGH * old.rows
    if few or new.last_year < old.last_year:
        wrong = (
            f"the new file has {new.countries} countries to {new.last_year}, the one before {old.countries} to "
            f"{old.last_year}; figures of the years held: {rows:,} instead of {old.rows:,}"
        )
        raise CannotAnswer(f"refreshing {name}", wrong, (), _STAYS)


def _candidates(session: Session, known: Collection[str]) -> Outcome:
    found = federal_register.read(session, known)
    new = sum(not one.known for one in found)
    reason = f"{new} candidates for the registry, to be read by a person; nothing was applied" if new else "nothing new"
    return Outcome(CANDIDATES, CANDIDATES, "updated" if new else "unchanged", reason, candidates=found)


def _notices(session: Session, how: _How) -> Outcome:
    """Compare published notices with the record, store accepted ones as the user's own, and return the outcome."""
    found = arms_sales.read(session, last_day() - BEFORE)
    pairs = list(differences(found.notices.values()))
    told, rows = tuple(one for one, _ in pairs), [row for _, row in pairs if row is not None]
    left = (f"{len(found.left)} documents could not be read: {', '.join(found.left[:10])}",) if found.left else ()
    conflicts = sum(one.kind == "conflict" for one in told)
    more = f"; {conflicts} in conflict with the record, which were not taken" if conflicts else ""
    same = f"{len(found.notices)} notices read"
    outcome = partial(Outcome, NOTICES, NOTICES, notes=left, differences=told)
    if not rows:
        return outcome("unchanged", f"{same}, none to be taken{more}")
    if how.declines(NOTICES, told):
        return outcome("declined", f"{same}, not taken{more}")
    folder = keep_notices(rows, found.notices.values(), datetime.now(UTC).date())
    return outcome("updated", f"{same}, {len(rows)} taken into {folder}{more}")


def _meetings(session: Session, how: _How) -> Outcome:
    """Compare the Historian's lists of meetings with the stored list, store them if approved, return the outcome."""
    found, notes = meetings.read(session)
    change, said = meetings.changed(found), f"{len(found):,} meetings read"
    outcome = partial(Outcome, MEETINGS, MEETINGS, notes=notes, drift=change)
    if change is None:
        return outcome("unchanged", f"{said}, the same as those held")
    if how.declines(MEETINGS, (change,)):
        return outcome("declined", f"{said}, not taken")
    return outcome("updated", f"{said}, taken into {meetings.keep(found).parent}")


def from_file(dataset: str, file: Path | str, approve: Approve | None = None) -> tuple[Outcome, ...]:
    """Store a copy of an official file downloaded by hand, with the same checks and approval as a refresh.

    Return one outcome per indicator. Raises `BadQuestion` where the data set is not read from one file, and the
    reader's error where the file is wrong.
    """
    readable = {one.dataset: (one, one.parse) for one in CONNECTORS if one.parse}
    path = Path(file)
    if dataset not in readable:
        wrong = "it is not read from one file"
        raise BadQuestion(f"the data set {dataset!r}", wrong, sorted(readable), "Name one of these.")
    source, (connector, parse) = vintages.given(path, user_series.content_of(path)), readable[dataset]
    with _foreseen(dataset):
        how = _How(None, None, Limits(), approve)
        return _store(connector, parse(path), [source], how, f"read from {path.name}")
