"""The documentation says what the functions say."""

from __future__ import annotations

from mnna.answers.compare import MEASURES
from mnna.article_claims.articles import parse
from mnna.article_claims.types import described
from tests.conftest import ROOT


def test_the_list_of_claim_types_is_the_generated_one() -> None:
    assert described().rstrip() in (ROOT / "docs" / "claims.md").read_text(encoding="utf-8")


def test_the_example_file_can_be_read() -> None:
    import tomllib

    text = (ROOT / "docs" / "claims.md").read_text(encoding="utf-8")
    example = text.partition("```toml\n")[2].partition("```")[0]
    assert len(parse(tomllib.loads(example), "example").claims) == 3


def test_every_measure_stands_in_the_documentation() -> None:
    text = (ROOT / "docs" / "compare.md").read_text(encoding="utf-8")
    for measure in MEASURES.values():
        assert f"| `{measure.id}` | {measure.family} | {measure.says} |" in text
