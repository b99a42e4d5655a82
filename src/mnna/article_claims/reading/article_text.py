"""Extract the text, title, author and day of an article in plain text, Markdown, HTML, PDF or Word.

The day comes from the page or file itself or from a date line in the text, and `dated_note` says which.
"""

from __future__ import annotations

import io
import logging
import re
import zlib
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import NamedTuple

from mnna.article_claims.reading.patterns import pattern, patterns
from mnna.article_claims.reading.plain_html import page
from mnna.article_claims.reading.spoken_days import days
from mnna.errors import BadQuestion, extra

ENDINGS = (".txt", ".md", ".html", ".htm", ".pdf", ".docx")
LARGEST, LONGEST = 20_000_000, 1_000_000
"""The maximum size of a file in bytes, and the maximum length of its text in characters."""
FOLDED = 100
"""The maximum length in characters of a line of hard-wrapped text."""


_WALL = re.compile(pattern("texts.wall"), re.IGNORECASE)


class ArticleText(NamedTuple):
    """The text of an article, one line per paragraph, with its title, author and day; `dated_note` says how the day is
    known. Unknown fields are empty or None."""

    text: str
    title: str = ""
    author: str = ""
    dated: date | None = None
    dated_note: str = ""


def of_file(path: Path) -> ArticleText:
    """Return the article in a file; raise `BadQuestion` if the file cannot be read or has no article in English."""
    try:
        if path.stat().st_size > LARGEST:
            raise _refused(path.name, "it is larger than 20 MB", "Give the text of one article.")
        return of_bytes(path.read_bytes(), path.name)
    except OSError as error:
        raise BadQuestion(f"the file {path}", f"it cannot be read ({error.strerror})", (), "Check the path.") from None


def of_bytes(data: bytes, name: str) -> ArticleText:
    """Return the article in the bytes of a file of that name; the first bytes take precedence over its ending.

    Raises `BadQuestion` if the bytes cannot be read or have no article in English.
    """
    kind = _kind(data, name)
    with extra("articles", f"to read {name}"):
        found = _READS[kind](data, name) if kind in _READS else _of_text(_decoded(data, name), kind)
    return _checked(found, name)


def _kind(data: bytes, name: str) -> str:
    ending = Path(name).suffix.lower()
    if data.startswith(b"%PDF"):
        return ".pdf"
    if data.startswith(b"PK\x03\x04"):
        return ".docx"
    if ending in (".html", ".htm") or _HTML.match(data[:300]):
        return ".html"
    if ending not in (*ENDINGS, ""):
        wrong = f"its ending is not one of {', '.join(ENDINGS)}"
        raise BadQuestion(f"the file {name}", wrong, (), "Save it as one of these.")
    if ending in (".pdf", ".docx"):
        raise _refused(name, f"it is no {ending} file", "Check the file.")
    return ending


_HTML = re.compile(rb"\s*<(?:!doctype html|html|head|body|article)\b", re.IGNORECASE)


def _refused(name: str, wrong: str, do: str) -> BadQuestion:
    return BadQuestion(f"the article {name}".rstrip(), wrong, (), do)


def _decoded(data: bytes, name: str) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        if b"\0" in data:
            raise _refused(name, "it holds zero bytes, so it is not text", "Save it as text in UTF-8.") from None
        return data.decode("cp1252", "replace")


def _of_page(data: bytes, name: str) -> ArticleText:
    found = page(_decoded(data, name))
    dated = _iso(found.day)
    return ArticleText(found.text, found.headline, found.author, dated, "The day is the page's own." if dated else "")


def _of_text(text: str, kind: str) -> ArticleText:
    text = text.replace("\r\n", "\n").replace("\r", "\n").expandtabs(4)
    if kind != ".md":
        return ArticleText(_paragraphs(text))
    front = re.match(r"---\n(.*?)\n---\n", text, re.DOTALL)
    head = dict(re.findall(r"^(\w+): *[\"']?(.*?)[\"']?$", front[1], re.MULTILINE)) if front else {}
    dated = _iso(head.get("date", ""))
    note = "The day is that of the file's head." if dated else ""
    said = _paragraphs(_unmarked(text[front.end() :] if front else text))
    return ArticleText(said, head.get("title", ""), head.get("author", ""), dated, note)


def _unmarked(text: str) -> str:
    """Return Markdown text without its markup."""
    text = re.sub(r"!\[[^\]]*\]\([^)]*\)|```.*?```", "", text, flags=re.DOTALL)
    text = re.sub(r"\[([^\]]+)\]\([^)]*\)", r"\1", text)
    text = re.sub(r"^(?:#{1,6} +|> ?)", "", text, flags=re.MULTILINE)
    return re.sub(r"(\*\*|__|(?<!\w)[*_](?=\w)|(?<=\w)[*_](?!\w))", "", text)


def _paragraphs(text: str) -> str:
    """Return the text with one line per paragraph; hard-wrapped lines are joined."""
    told: list[str] = []
    last = ""
    for block in re.split(r"\n\s*\n", text):
        for line in block.split("\n"):
            said = " ".join(line.split())
            if said and told and told[-1] and _goes_on(last, said):
                told[-1] = f"{told[-1]} {said}"
            elif said:
                told.append(said)
            last = said
        told.append("")
    return "\n".join(line for line in told if line)


def _goes_on(before: str, line: str) -> bool:
    """Return whether a line continues the line before, judged by their lengths, the first letter and the last sign."""
    if len(before) > FOLDED or len(line) > FOLDED or len(before) < 40:
        return False
    return line[0].islower() or (len(before) > 55 and not re.search(r"[.!?:”\"]$", before)) or len(before) > 68


def _of_pdf(data: bytes, name: str) -> ArticleText:
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        read = PdfReader(io.BytesIO(data))
        pages = [one.extract_text() or "" for one in read.pages[:200]]
        about = read.metadata
    except (PyPdfError, ValueError, KeyError, TypeError, OSError, EOFError, zlib.error, RecursionError):
        raise _refused(name, "it cannot be read as a PDF", "Save it again, or give its text.") from None
    if sum(len(one.split()) for one in pages) < 5:
        wrong = f"its pages ({len(pages)}) hold no text, only pictures of it"
        raise _refused(name, wrong, "Put it through text recognition first.")
    text = re.sub(r"(?<=\w)-\n(?=[a-z])", "", "\n".join(pages))
    title, author = (str(about.title or ""), str(about.author or "")) if about else ("", "")
    return ArticleText(_paragraphs(text), title, author)


def _of_word(data: bytes, name: str) -> ArticleText:
    import zipfile

    from docx import Document as read_document
    from docx.opc.exceptions import OpcError

    try:
        found = read_document(io.BytesIO(data))
        paragraphs = found.element.body.xpath(".//w:p[not(ancestor::w:txbxContent)]")  # including paragraphs in tables
        lines = [" ".join(one.text.split()) for one in paragraphs]
        about = found.core_properties
    except (OpcError, zipfile.BadZipFile, KeyError, ValueError, OSError, EOFError, zlib.error, SyntaxError):
        wrong = "it cannot be read as a Word document"
        raise _refused(name, wrong, "Save it as .docx again, or give its text.") from None
    return ArticleText("\n".join(line for line in lines if line), about.title or "", about.author or "")


_READS = {".pdf": _of_pdf, ".docx": _of_word, ".html": _of_page}


def _iso(said: str) -> date | None:
    with suppress(ValueError):
        return date.fromisoformat(said[:10])
    return None


def _checked(found: ArticleText, name: str) -> ArticleText:
    """Return the article, with day and title from its text if missing; raise `BadQuestion` if it is no article.

    The title is the first line if that is short and not a sentence.
    """
    words = re.findall(r"[^\W\d_]+", found.text)
    if not words:
        raise _refused(name, "it holds no words", "Give the text of an article.")
    if len(found.text) > LONGEST:
        raise _refused(name, f"its text has {len(found.text):,} characters, more than {LONGEST:,}", "Give one article.")
    if len(words) < 120 and _WALL.search(found.text):
        raise _refused(name, "it is the notice of a paywall and not the article", "Give the text itself.")
    if not _in_english(words):
        raise _refused(name, "few of its words are English", "Only articles in English are read.")
    found = found if found.dated else _with_date_line(found)
    first = found.text.split("\n")[0]
    a_title = len(first) < 140 and not re.search(r"[.!?]$", first) and "\n" in found.text
    return found._replace(title=first) if a_title and not found.title else found


def _in_english(words: list[str]) -> bool:
    """Return whether most words have Latin letters, and short foreign words are few or fewer than English ones."""
    english, other = (
        sum(word.lower() in patterns(name) for word in words) for name in ("texts.english", "texts.other")
    )
    latin = sum(word[0] < "\u0250" for word in words)
    return latin * 2 > len(words) and (other < 3 or english >= other)


def _with_date_line(found: ArticleText) -> ArticleText:
    """Return the article with the day of the first date line near its beginning or end; unchanged if there is none."""
    lines = [line for line in found.text.split("\n") if line]
    for line in (*lines[:8], *lines[-3:]):
        told = [day.value.date for day in days(line[:90], None) if day.value and day.value.date]
        short = len(line) < 90 and not re.search(pattern("texts.no_date_line"), line)
        dateline = re.match(pattern("texts.dateline"), line)
        if len(told) == 1 and (short or dateline):
            return found._replace(dated=told[0], dated_note=f"The day is that of the line “{line[:60].strip()}”.")
    return found
