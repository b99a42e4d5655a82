"""The page of every specification back-tested alike: how far they lie apart, so that nobody can pick the best one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from mnna.interfaces.http.figures import signed
from mnna.interfaces.http.page_spec import Document, Drawing, Page, Question
from mnna.interfaces.http.params import ON, Param
from mnna.interfaces.http.schemas import models as shapes
from mnna.interfaces.http.sheet import Sheet
from mnna.interfaces.http.template_filters import longdate
from mnna.models import api

EVENT = Param(
    "event",
    "Which day counts as the event; default announced.",
    {"type": "string", "enum": ["announced", "determined"]},
)


def _answer(question: Question) -> Any:
    return api.multiverse(question["on"], question["event"] or "announced", facts=question.facts)


def _view(question: Question, answer: Any, document: Document) -> Document:
    beaten, count = 100 * document["share_better_than_rule"]["auc"], document["specifications"]
    return {
        "title": f"{beaten:.1f} % of {count:,} specifications beat the rule; none may be picked now",
        "spreads": _spreads(document),
        "change": _change(document),
        "rank_page": f"/rank?{question.address().partition('?')[2]}".rstrip("?"),
    }


def _spreads(document: Document) -> list[tuple[str, ...]]:
    """Measure, best, nine in ten, worst, the rule's, and the share that beat the rule."""
    rank, auc, rule, better = (document[n] for n in ("median_rank", "auc", "rule", "share_better_than_rule"))
    low, high = auc["middle90"]
    return [
        (
            "Median rank of the designees",
            f"{rank['best']:g}",
            f"{rank['middle90'][0]:g} to {rank['middle90'][1]:.0f}",
            f"{rank['worst']:g}",
            f"{rule['median_rank']:g}",
            f"{100 * better['median_rank']:.1f} %",
        ),
        (
            "AUC",
            f"{auc['best']:.2f}",
            f"{low:.2f} to {high:.2f}",
            f"{auc['worst']:.2f}",
            f"{rule['auc']:.3f}",
            f"{100 * better['auc']:.1f} %",
        ),
    ]


def _change(document: Document) -> list[tuple[str, float]]:
    """Each feature and the mean change of AUC where it is included, from the most helpful on."""
    found = sorted(document["auc_change_when_included"].items(), key=lambda one: -one[1])
    return [(document["names"][name], value) for name, value in found]


def _rows(document: Document) -> list[Mapping[str, Any]]:
    return [{"on": document["on"], "event": document["event"]} | one for one in document["all"]]


def _sheet(document: Document) -> Sheet:
    day = f"as one would say on {longdate(document['on'])}, events dated by the day {document['event']}"
    count = f"{document['specifications']:,}"
    sheet = Sheet(f"Every specification of up to four of {len(document['covariates'])} features: {count}", day)
    sheet.text(document["reading"])
    sheet.table(("", "best", "nine in ten", "worst", "the rule", "beat the rule"), _spreads(document))
    sheet.heading("Mean change of AUC where a feature is included")
    return sheet.table(("feature", "change"), ((name, signed(value, 3)) for name, value in _change(document)))


def _pictures(answer: Any) -> Iterator[Drawing]:
    import vl_convert

    from mnna.models import pictures

    chart = pictures.multiverse_picture(answer)
    svg = vl_convert.vegalite_to_svg(chart.to_json())
    yield Drawing("Every specification", pictures.alt(chart), svg, chart.to_dict())


def _foot(question: Question) -> tuple[str, str]:
    asked = question.python().removeprefix("mnna.rank")
    return f"{question.command()} --multiverse", f"from mnna.models import api; api.multiverse{asked}"


PAGE = Page(
    word="rank",
    address="/rank/multiverse",
    label="Every specification",
    says="Every specification of up to four features back-tested alike, so that nobody can pick the best afterwards",
    template="multiverse.html",
    params=(EVENT, ON),
    answer=_answer,
    view=_view,
    rows=_rows,
    sheet=_sheet,
    shape=shapes.Multiverse,
    command="rank",
    form="forms/multiverse.html",
    slow=True,
    pictures=_pictures,
    foot=_foot,
)
