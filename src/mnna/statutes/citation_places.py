"""Build the citation of a place in the law: its id as a USLM path, its canonical text and its official page."""

from __future__ import annotations

import re

from mnna.quick import QuickTuple

FIRST_ONLINE = 104
"""The first Congress whose public laws have pages of their own on congress.gov."""


class Citation(QuickTuple):
    """One place in the law: `id` as a USLM path, `text` as the canonical citation, `link` to the official page."""

    id: str
    text: str
    link: str


def slashed(path: tuple[str, ...]) -> str:
    """Return a paragraph as the end of an id: `/b/1`."""
    return "".join(f"/{step}" for step in path)


def bracketed(path: tuple[str, ...]) -> str:
    """Return a paragraph as lawyers write it: `(b)(1)`."""
    return "".join(f"({step})" for step in path)


def code(title: str, section: str, path: tuple[str, ...] = (), tail: str = "") -> Citation:
    """Return a section of the United States Code; `tail` is empty, " note" or " et seq."."""
    note = "/note" if tail == " note" else ""
    link = f"https://uscode.house.gov/view.xhtml?req=granuleid:USC-prelim-title{title}-section{section}&edition=prelim"
    text = f"{title} USC {section}{bracketed(path)}{tail}"
    return Citation(f"/us/usc/t{title}/s{section}{slashed(path)}{note}", text, link)


def chapter(number: str, first: int) -> Citation:
    """Return a chapter of title 22, cited by its first section as `22 USC 2751 et seq.`, like the Act it contains."""
    link = f"https://uscode.house.gov/view.xhtml?path=/prelim@title22/chapter{number}&edition=prelim"
    return Citation(f"/us/usc/t22/ch{number}", f"22 USC {first} et seq.", link)


BILLS = {
    "hr": ("H.R.", "house-bill"),
    "s": ("S.", "senate-bill"),
    "hres": ("H.Res.", "house-resolution"),
    "sres": ("S.Res.", "senate-resolution"),
    "hjres": ("H.J.Res.", "house-joint-resolution"),
    "sjres": ("S.J.Res.", "senate-joint-resolution"),
    "hconres": ("H.Con.Res.", "house-concurrent-resolution"),
    "sconres": ("S.Con.Res.", "senate-concurrent-resolution"),
}
"""The cited form of each kind of bill or resolution, and its name in addresses of congress.gov."""


def bill(kind: str, number: str, congress: str = "") -> Citation:
    """Return a bill or resolution; without a Congress, which the number does not identify, the link is a search."""
    written, page = BILLS[kind]
    if not congress:
        search = f"https://www.congress.gov/search?q=%22{written}+{number}%22"
        return Citation(f"/us/bill/{kind}/{number}", f"{written} {number}", search)
    link = f"https://www.congress.gov/bill/{ordinal(congress)}-congress/{page}/{number}"
    return Citation(f"/us/bill/{congress}/{kind}/{number}", f"{written} {number}, {ordinal(congress)} Congress", link)


def ordinal(congress: str) -> str:
    """Return the number of a Congress as an ordinal: `119th`."""
    teens = congress[-2:] in ("11", "12", "13")
    return congress + ("th" if teens else {"1": "st", "2": "nd", "3": "rd"}.get(congress[-1], "th"))


def regulation(title: str, number: str, path: tuple[str, ...] = ()) -> Citation:
    """Return a section (`123.15`) or part (`126`) of the Code of Federal Regulations; title 48 is cited as DFARS."""
    here = f"https://www.ecfr.gov/current/title-{title}"
    if "." not in number:
        part = re.sub(r"\D", "", number)
        return Citation(f"/us/cfr/t{title}/pt{part}", f"{title} CFR part {part}", f"{here}/part-{part}")
    anchor = f"#p-{number}{bracketed(path)}" if path else ""
    work = "DFARS" if title == "48" else f"{title} CFR"
    link = f"{here}/section-{number}{anchor}"
    return Citation(f"/us/cfr/t{title}/s{number}{slashed(path)}", f"{work} {number}{bracketed(path)}", link)


def supplement(title: str, number: str, part: str) -> Citation:
    """Return a supplement to a part of the Code of Federal Regulations."""
    page = f"appendix-Supplement%20No.%20{number}%20to%20Part%20{part}"
    text = f"Supp. No. {number} to {title} CFR part {part}"
    return Citation(
        f"/us/cfr/t{title}/pt{part}/supp{number}",
        text,
        f"https://www.ecfr.gov/current/title-{title}/part-{part}/{page}",
    )


def public_law(congress: str, number: str, where: str = "", section: str = "", path: tuple[str, ...] = ()) -> Citation:
    """Return a public law or a section of it; `where` (a division or title) is in the text but not in the id."""
    link = f"https://www.congress.gov/{congress}/plaws/publ{number}/PLAW-{congress}publ{number}.htm"
    if int(congress) < FIRST_ONLINE:
        link = f"https://www.congress.gov/public-laws/{ordinal(congress)}-congress"
    place = f" §{section}{bracketed(path)}" if section else ""
    id_ = f"/us/pl/{congress}/{number}" + (f"/s{section}{slashed(path)}" if section else "")
    return Citation(id_, f"P.L. {congress}-{number}{f' {where}' if where else ''}{place}", link)


def enacted(by: Citation, congress: str, number: str, where: str, section: str, path: tuple[str, ...] = ()) -> Citation:
    """Return a section of a bill that a section of a public law enacts by reference, as the Code cites it."""
    inner = f"{where}, " if where else ""
    id_ = f"/us/pl/{congress}/{number}/s{section}{slashed(path)}"
    return Citation(id_, f"{by.text} [{inner}§{section}{bracketed(path)}]", by.link)


def order(number: str, section: str = "", path: tuple[str, ...] = ()) -> Citation:
    """Return an executive order or a section of it."""
    place, id_ = (f" §{section}{bracketed(path)}", f"/s{section}{slashed(path)}") if section else ("", "")
    link = f"https://www.federalregister.gov/executive-order/{number}"
    return Citation(f"/us/eo/{number}{id_}", f"E.O. {number}{place}", link)


_TREATIES = "https://www.state.gov/treaties-and-other-international-acts-series-tias/"
NUMBERED = {
    "PD": (
        "/us/pd/{}",
        "PD {}",
        "https://www.federalregister.gov/documents/search?conditions%5Bterm%5D=%22Presidential+Determination+No.+{}%22",
    ),
    "FR": ("/us/fr/{}/{}", "{} FR {}", "https://www.federalregister.gov/citation/{}-FR-{}"),
    "FR Doc.": ("/us/fr/doc/{}", "FR Doc. {}", "https://www.federalregister.gov/d/{}"),
    "Stat.": ("/us/stat/{}/{}", "{} Stat. {}", "https://www.govinfo.gov/link/statute/{}/{}"),
    "UST": ("/us/ust/{}/{}", "{} UST {}", _TREATIES),
    "TIAS": ("/us/tias/{}", "TIAS {}", _TREATIES),
    "UNTS": ("/un/unts/{}/{}", "{} UNTS {}", "https://treaties.un.org/"),
}
"""The id, text and link of what is cited by numbers alone: determinations, the Federal Register, statutes and treaties.

The link of a determination is a search, because not all were published. Single pages of treaties have no official
address, so their link is the series.
"""


def numbered(form: str, *numbers: str) -> Citation:
    """Return what is cited by numbers alone, such as a page of the Federal Register (`FR`) by its volume and page."""
    return Citation(*(part.format(*numbers) for part in NUMBERED[form]))


_ARTICLES = ("I", "II", "III", "IV", "V", "VI", "VII")


def constitution(article: str, section: str, clause: str) -> Citation:
    """Return a place in the Constitution; `article` in Roman numerals, the rest in digits or empty."""
    number = _ARTICLES.index(article) + 1
    id_ = f"/us/const/a{article}" + (f"/s{section}" if section else "") + (f"/c{clause}" if clause else "")
    text = f"U.S. Const. art. {article}" + (f", §{section}" if section else "") + (f", cl. {clause}" if clause else "")
    return Citation(id_, text, f"https://constitution.congress.gov/constitution/article-{number}/")
