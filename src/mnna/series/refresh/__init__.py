"""Newer figures from their official addresses into the user's data directory, one data set at a time.

    refresh()                                everything there is a connector for
    refresh(["homicide_rate"])               the data set an indicator comes from
    refresh(["census-trade-api"])            a data set by name (this one only when asked for: it needs a key)
    refresh(["meetings"])                    visits and travels of leaders, by the Historian (when asked for)
    refresh(["notices"])                     arms sales in the Federal Register, beside the record (when asked for)
    from_file("v-dem", "V-Dem-CY-Core.zip")  a copy downloaded by hand

`approve` is shown how the newer figures differ from those held (`drift`), and decides whether they are taken. A
download that fails, or that does not pass the checks, changes nothing. Presidential determinations are reported as
candidates for the registry and never applied.
"""

from mnna.series.refresh.drift import Drift, Revision
from mnna.series.refresh.federal_register import Candidate
from mnna.series.refresh.fetch import Limits, Progress
from mnna.series.refresh.notice_drift import NoticeDifference
from mnna.series.refresh.run import Approve, Outcome, from_file, refresh, refreshable

__all__ = [
    "Approve",
    "Candidate",
    "Drift",
    "Limits",
    "NoticeDifference",
    "Outcome",
    "Progress",
    "Revision",
    "from_file",
    "refresh",
    "refreshable",
]
