"""`mnna claims`: is each statement of an article right?"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from mnna.article_claims.verdicts import VERDICTS
from mnna.errors import UnknownWord
from mnna.interfaces.cli.output import facts_option, foot, heading, json_option, show, wrapped


@click.command("claims")
@click.argument("article", default="article-2022-04")
@click.option("--types", "listed", is_flag=True, help="List the types of claim, with their arguments.")
@click.option("--as-of", metavar="DATE", help="The later day each claim is judged as of; default today.")
@click.option("--only", multiple=True, metavar="ID", help="Only that claim; may be repeated.")
@click.option("--verdict", type=click.Choice(VERDICTS), help="Only claims with that verdict on the article's day.")
@click.option("--short", is_flag=True, help="Verdicts without the reasons.")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="Write .jsonld (ClaimReview), .csv, .md or .json."
)
@facts_option
@json_option
def command(
    article: str,
    listed: bool,
    as_of: str | None,
    only: tuple[str, ...],
    verdict: str | None,
    short: bool,
    output: Path | None,
    facts: Path | None,
    as_json: bool,
) -> None:
    """Judge each claim of ARTICLE (one shipped here, or your own TOML file) as of its own day and as of today."""
    from mnna.article_claims import claim_types, claims, write

    if listed:
        return show(as_json, {"types": [one.to_dict() for one in claim_types().values()]}, _types)
    answer = claims(article, as_of, facts)
    if output is not None:
        write(answer, output)
        click.echo(f"wrote {output}", err=True)
    document = answer.to_dict()
    document["claims"] = _chosen(document["claims"], only, verdict)
    show(as_json, document, lambda shown: _lines(shown, short))


def _chosen(rows: list[dict[str, Any]], only: tuple[str, ...], verdict: str | None) -> list[dict[str, Any]]:
    known = [row["id"] for row in rows]
    for id_ in only:
        if id_ not in known:
            raise UnknownWord(f"the claim {id_!r}", "the article has none of that id", known, "")
    return [r for r in rows if (not only or r["id"] in only) and verdict in (None, r["verdict"])]


def _types(document: dict[str, Any]) -> Iterator[str]:
    subject = ""
    for row in document["types"]:
        if row["subject"] != subject:
            subject = row["subject"]
            yield from heading(f"Claims of {subject}")
        yield from wrapped(f"{row['type']}: {row['says']}", "  ", "      ")
        for argument in row["arguments"]:
            yield from wrapped(argument, "        ", "            ")


def _lines(document: dict[str, Any], short: bool) -> Iterator[str]:
    who = ", ".join(part for part in (document["author"], document["publisher"]) if part)
    yield from wrapped(f"{document['title'] or document['article']}{f' ({who})' if who else ''}")
    counts = {document["dated"]: document["counts"], document["as_of"]: document["counts_today"]}
    yield from wrapped(f"Judged as of {' and of '.join(counts)}. {document['dated_note']}".rstrip())
    yield ""
    for row in document["claims"]:
        yield from _claim(row, document["as_of"], short)
    yield from heading("All claims")
    for when, found in counts.items():
        yield f"  as of {when}: {', '.join(f'{count} {verdict}' for verdict, count in found.items())}"
    yield from foot(document)


def _claim(row: dict[str, Any], as_of: str, short: bool) -> Iterator[str]:
    later = f" (as of {as_of}: {row['verdict_today'].upper()})" if row["verdict_today"] != row["verdict"] else ""
    yield from wrapped(f"{row['id']:4} {row['verdict'].upper()}{later}: {row['claim']}", "", "     ")
    if short:
        return
    yield from wrapped(row["because"], "     ")
    basis = "computed" if row["basis"] == "computed" else f"recorded evidence, {row['confidence']} confidence"
    cited = f": {'; '.join(row['citations'])}" if row["citations"] else ""
    yield from wrapped(f"[{basis}{cited}]", "     ", "      ")
    yield ""
