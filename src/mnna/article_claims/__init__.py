"""The command `claims`: check whether each statement of an article is right.

claims()                      judge the embedded article of 2022
claims("my.toml")             judge a file of claims of your own (see `articles`)
claim_types()                 return every type of claim
"""

from mnna.article_claims.articles import Article, embedded, load
from mnna.article_claims.export import as_csv, as_json, as_jsonld, as_markdown, write
from mnna.article_claims.judging import ARTICLE, ClaimsAnswer, Judged, claims, claims_in
from mnna.article_claims.types import types as claim_types

__all__ = [
    "ARTICLE",
    "Article",
    "ClaimsAnswer",
    "Judged",
    "as_csv",
    "as_json",
    "as_jsonld",
    "as_markdown",
    "claim_types",
    "claims",
    "claims_in",
    "embedded",
    "load",
    "write",
]
