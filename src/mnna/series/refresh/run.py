"""A refresh from end to end: fetch, read, check, compare with what is held, swap; and say what became of each."""

from __future__ import annotations

import difflib
import tempfile
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Literal

from mnna.errors import BadQuestion, CannotAnswer, MnnaError, UnknownWord
from mnna.registry.notices import last_day
from mnna.series import figures, lookup, metadata, user_series, vintages
from mnna.series.refresh import arms_sales, federal_register, meetings, notice_drift
from mnna.series.refresh.connectors import CONNECTORS, Connector
from mnna.series.refresh.drift import Drift, drift
from mnna.series.refresh.federal_register import Candidate
from mnna.series.refresh.fetch import Limits, Progress, Unchanged
from mnna.series.refresh.notice_drift import NoticeDifference
from mnna.series.refresh.session import Read, Session

CANDIDATES = federal_register.DATASET
NOTICES = arms_sales.DATASET
MEETINGS = meetings.DATASET
BEFORE = timedelta(days=400)
"""Notices published so long before the last day on record are looked at again: they come months after delivery."""
ENOUGH = 0.8  # of the countries and figures held: a vintage with fewer is taken for a bad download
_STAYS = "The figures held stay in place."
Watch = Callable[[Progress], None]
Approve = Callable[[str, tuple[Drift | NoticeDifference, ...]], bool]
"""Asked with a data set and how it would change what is held; what is newer is taken only where it says so."""


class NotTaken(Exception):
    """The newer figures were shown and declined."""

    def __init__(self, drifts: tuple[Drift, ...]) -> None:
        super().__init__()
        self.drifts = drifts


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one indicator, or of the search for presidential determinations (`federal-register`).

    `status` is `updated`, `unchanged`, `declined` (newer figures were shown and not taken) or `failed`; `reason` says
    why, `vintage` what is held now, `notes` which rows were left out, `drift` how the newer figures differ from those
    held before. `candidates` are for the registry's keepers; nothing was applied. `differences` are those of the
    notices of arms sales (`notices`) from the record.
    """

    indicator: str
    dataset: str
    status: Literal["updated", "unchanged", "declined", "failed"]
    reason: str = ""
    vintage: str = ""
    notes: tuple[str, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    drift: Drift | None = None
    differences: tuple[NoticeDifference, ...] = ()

    def to_dict(self) -> dict[str, object]:
        """Return the outcome as a JSON object."""
        return {
            **asdict(self),
            "notes": list(self.notes),
            "candidates": [one.to_dict() for one in self.candidates],
            "drift": self.drift.to_dict() if self.drift else None,
            "differences": [one.to_dict() for one in self.differences],
        }


def refreshable() -> tuple[str, ...]:
    """Return every id `refresh` takes: indicators, data sets, `federal-register`, `notices` and `meetings`."""
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
    """Fetch newer vintages into the user's data directory; one outcome for each indicator of the data sets asked for.

    `ids` are indicators or data sets, all when None. `base` stands in for every official host. `known` are the Federal
    Register citations the registry already has. `approve` is asked before newer figures are taken; without it they are.
    Raises `UnknownWord` for an id there is none of, and `CannotAnswer`
    for an indicator that has no connector; every other trouble is an outcome.
    """
    chosen, search = _chosen([one for one in ids if one not in (NOTICES, MEETINGS)] if ids is not None else None)
    limits = limits or Limits()
    found = [outcome for one in chosen for outcome in _one(one, base, progress, limits, approve)]
    if search:
        found.append(_search(base, progress, limits, known))
    if NOTICES in (ids or ()):
        found.append(_notices(base, progress, limits, approve))
    if MEETINGS in (ids or ()):
        found.append(_meetings(base, progress, limits, approve))
    return tuple(found)


def _chosen(ids: Sequence[str] | None) -> tuple[list[Connector], bool]:
    if ids is None:
        return [one for one in CONNECTORS if not one.asked_only], True
    for name in ids:
        _exists(name)
    by_name = {name: one for one in reversed(CONNECTORS) if not one.asked_only for name in one.indicators}
    by_name |= {one.dataset: one for one in CONNECTORS}
    return list(
        {by_name[name].dataset: by_name[name] for name in ids if name != CANDIDATES}.values()
    ), CANDIDATES in ids


def _exists(name: str) -> None:
    if name in refreshable():
        return
    if name in metadata.records():
        bring = metadata.records()[name].get("bring") or "Bring your own figures: `mnna ingest csv FILE METADATA`."
        raise CannotAnswer(f"refreshing {name}", "no official address gives it in a form that can be read", (), bring)
    near = difflib.get_close_matches(name, refreshable(), 5, 0.5)
    raise UnknownWord(
        f"refreshing {name!r}", "there is no indicator or data set of that id", near, "See `mnna indicators`."
    )


def _one(
    connector: Connector, base: str | None, progress: Watch | None, limits: Limits, approve: Approve | None
) -> Iterator[Outcome]:
    try:
        with _foreseen(connector.dataset), _session(connector.dataset, base, progress, limits) as session:
            read = connector.read(session)
            held, drifts = _store(connector, read, tuple(session.downloads), session.held, approve)
    except Unchanged:
        for name in connector.indicators:
            yield Outcome(name, connector.dataset, "unchanged", "the source has nothing newer", _vintage(name))
        return
    except NotTaken as declined:
        why = "newer figures were found and not taken; the figures held stay in place"
        for one in declined.drifts:
            yield Outcome(one.indicator, connector.dataset, "declined", why, _vintage(one.indicator), drift=one)
        return
    except MnnaError as error:
        yield from _failures(connector, str(error))
        return
    for one in drifts:
        vintage, own = held.indicators[one.indicator].vintage, _own(one.indicator)
        yield Outcome(one.indicator, connector.dataset, "updated", own, vintage, held.notes, drift=one)


@contextmanager
def _foreseen(what: str) -> Iterator[None]:
    """Make an error like any other of what nobody foresaw: a full disk, or a form that no check was written for."""
    try:
        yield
    except (MnnaError, Unchanged, NotTaken):
        raise
    except OSError as error:
        raise CannotAnswer(f"refreshing {what}", f"a file failed ({error})", (), _STAYS) from None
    except Exception as error:
        wrong = f"the source could not be read ({type(error).__name__}: {error})"
        raise CannotAnswer(f"refreshing {what}", wrong, (), _STAYS) from None


def _own(name: str) -> str:
    own_counts = lookup.indicator(name).origin == vintages.OWN
    return "stored, but your own figures of this indicator still count before it" if own_counts else ""


def _failures(connector: Connector, why: str) -> Iterator[Outcome]:
    for name in connector.indicators:
        yield Outcome(name, connector.dataset, "failed", why, _vintage(name))


def _vintage(name: str) -> str:
    try:
        return lookup.indicator(name).vintage
    except MnnaError:
        return ""


@contextmanager
def _session(dataset: str, base: str | None, progress: Watch | None, limits: Limits) -> Iterator[Session]:
    with tempfile.TemporaryDirectory(prefix="mnna-") as folder:
        held = next((one for one in vintages.held() if one.dataset == dataset), None)
        yield Session(dataset, Path(folder), base, limits, progress, held)


def _store(
    connector: Connector,
    read: Read,
    sources: tuple[vintages.Download, ...],
    before: vintages.Held | None,
    approve: Approve | None,
) -> tuple[vintages.Held, tuple[Drift, ...]]:
    for name in connector.indicators:
        _plausible(name, read.panels.get(name, {}), before)
    drifts = tuple(drift(name, _before(name, before), read.panels[name]) for name in connector.indicators)
    if approve is not None and not approve(connector.dataset, drifts):
        raise NotTaken(drifts)
    records = {name: _record(name, read) for name in connector.indicators}
    panels = {name: read.panels[name] for name in connector.indicators}
    now = datetime.now(UTC)
    vintage = vintages.Vintage(
        connector.dataset,
        f"refreshed {now.date()}",
        now.isoformat(timespec="seconds"),
        panels,
        records,
        sources,
        read.notes,
    )
    path = vintages.write(vintage)
    return next(one for one in vintages.held() if one.path == path), drifts


def _before(name: str, before: vintages.Held | None) -> figures.Panel:
    """Return the figures the newer ones would stand in place of: those refreshed last, else the embedded."""
    if before is not None and name in before.indicators:
        return vintages.panel(before.path, name)
    return figures.embedded(name) if name in metadata.embedded() else {}


def _record(name: str, read: Read) -> metadata.Record:
    left_out = ("from", "shipped", "bring", "caveats_embedded")
    record = {key: value for key, value in metadata.records()[name].items() if key not in left_out}
    return record | dict(read.overrides.get(name, {}))


def _plausible(name: str, panel: figures.Panel, before: vintages.Held | None) -> None:
    """Refuse a vintage that ends earlier, or has far fewer countries or figures, than the one before: a bad file."""
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
            f"the new file has {new.countries} countries to {new.last_year}, "
            f"the one before {old.countries} to {old.last_year}; "
            f"figures of the years held: {rows:,} instead of {old.rows:,}"
        )
        raise CannotAnswer(f"refreshing {name}", wrong, (), _STAYS)


def _search(base: str | None, progress: Watch | None, limits: Limits, known: Collection[str]) -> Outcome:
    try:
        with _foreseen(CANDIDATES), _session(CANDIDATES, base, progress, limits) as session:
            found = federal_register.read(session, known)
    except MnnaError as error:
        return Outcome(CANDIDATES, CANDIDATES, "failed", str(error))
    new = sum(not one.known for one in found)
    reason = f"{new} candidates for the registry, to be read by a person; nothing was applied" if new else "nothing new"
    return Outcome(CANDIDATES, CANDIDATES, "updated" if new else "unchanged", reason, candidates=found)


def _notices(base: str | None, progress: Watch | None, limits: Limits, approve: Approve | None) -> Outcome:
    """Compare what the Federal Register published with the record, and keep what is taken as the user's own."""
    try:
        with _foreseen(NOTICES), _session(NOTICES, base, progress, limits) as session:
            found = arms_sales.read(session, last_day() - BEFORE)
            return _compared(found, approve)
    except MnnaError as error:
        return Outcome(NOTICES, NOTICES, "failed", str(error))


def _compared(found: arms_sales.Found, approve: Approve | None) -> Outcome:
    pairs = list(notice_drift.differences(found.notices.values()))
    told, rows = tuple(one for one, _ in pairs), [row for _, row in pairs if row is not None]
    left = (f"{len(found.left)} documents could not be read: {', '.join(found.left[:10])}",) if found.left else ()
    conflicts = sum(one.kind == "conflict" for one in told)
    more = f"; {conflicts} in conflict with the record, which were not taken" if conflicts else ""
    same = f"{len(found.notices)} notices read"
    if not rows:
        return Outcome(NOTICES, NOTICES, "unchanged", f"{same}, none to be taken{more}", notes=left, differences=told)
    if approve is not None and not approve(NOTICES, told):
        return Outcome(NOTICES, NOTICES, "declined", f"{same}, not taken{more}", notes=left, differences=told)
    folder = notice_drift.keep(rows, found.notices.values(), datetime.now(UTC).date())
    said = f"{same}, {len(rows)} taken into {folder}{more}"
    return Outcome(NOTICES, NOTICES, "updated", said, notes=left, differences=told)


def _meetings(base: str | None, progress: Watch | None, limits: Limits, approve: Approve | None) -> Outcome:
    """Compare the Historian's lists of meetings with those held, and keep what is taken as the user's own."""
    try:
        with _foreseen(MEETINGS), _session(MEETINGS, base, progress, limits) as session:
            found, notes = meetings.read(session)
            change, said = meetings.changed(found), f"{len(found):,} meetings read"
            if change is None:
                return Outcome(MEETINGS, MEETINGS, "unchanged", f"{said}, the same as those held", notes=notes)
            if approve is not None and not approve(MEETINGS, (change,)):
                return Outcome(MEETINGS, MEETINGS, "declined", f"{said}, not taken", notes=notes, drift=change)
            said = f"{said}, taken into {meetings.keep(found).parent}"
            return Outcome(MEETINGS, MEETINGS, "updated", said, notes=notes, drift=change)
    except MnnaError as error:
        return Outcome(MEETINGS, MEETINGS, "failed", str(error))


def from_file(dataset: str, file: Path | str, approve: Approve | None = None) -> tuple[Outcome, ...]:
    """Read a copy of an official file downloaded by hand, with the same checks, and question, as a refresh.

    Raises `BadQuestion` where the data set is not read from one file, and the reader's error where the file is wrong.
    """
    readable = {one.dataset: one.parse for one in CONNECTORS if one.parse}
    parse, path = readable.get(dataset), Path(file)
    if parse is None:
        wrong = "it is not read from one file"
        raise BadQuestion(f"the data set {dataset!r}", wrong, sorted(readable), "Name one of these.")
    content = user_series.content_of(path)
    source = vintages.Download(path.name, sha256(content).hexdigest(), len(content))
    before = next((one for one in vintages.held() if one.dataset == dataset), None)
    connector = next(one for one in CONNECTORS if one.dataset == dataset)
    why = f"read from {path.name}"
    try:
        with _foreseen(dataset):
            held, drifts = _store(connector, parse(path), (source,), before, approve)
    except NotTaken as declined:
        return tuple(
            Outcome(one.indicator, dataset, "declined", f"{why}, not taken", _vintage(one.indicator), drift=one)
            for one in declined.drifts
        )
    return tuple(
        Outcome(one.indicator, dataset, "updated", why, held.indicators[one.indicator].vintage, held.notes, drift=one)
        for one in drifts
    )
