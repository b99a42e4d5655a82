"""The types of claim: what is said of them, and of arguments and types that there are not."""

from __future__ import annotations

import pytest

from mnna.article_claims import types
from mnna.errors import BadQuestion, MnnaError, UnknownWord


def test_a_type_says_its_arguments_and_refuses_others() -> None:
    found = types.find("authority_on")
    assert found.subject == "law" and found.to_dict()["type"] == "authority_on"
    (verdict,) = (one for one in found.arguments if one.name == "verdict")
    assert verdict.says() == "verdict: one of yes, no, unknown; yes if not given (optional)"
    with pytest.raises(UnknownWord, match=r"authority_on: 'countri'.*country"):
        found.read({"countri": "MEX"})
    with pytest.raises(BadQuestion, match="it needs authority, country"):
        found.read({"verdict": "yes"})
    read = found.read({"authority": "rdte-loans", "country": "Mexico"})
    assert read == {"authority": "rdte-loans", "country": "MEX"}


def test_a_type_there_is_not_is_told_with_the_nearest() -> None:
    with pytest.raises(MnnaError, match="authority_on"):
        types.find("authority_onn")
