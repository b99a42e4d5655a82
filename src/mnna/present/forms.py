"""Write a document in the form that a file extension names."""

from __future__ import annotations

from mnna.errors import extra
from mnna.present.document import CiteAddress, Document, no_address
from mnna.present.paper import Paper


def written(document: Document, form: str, cite: CiteAddress = no_address, paper: Paper = "letter") -> bytes:
    """Return the document as bytes in the form `pdf`, `docx`, `html`, `md` or `csv`.

    Raise `CannotAnswer` if the library for the form is not installed, and `KeyError` for any other form.
    """
    match form:
        case "pdf":
            from mnna.present.pdf import to_pdf

            return to_pdf(document, cite, paper)
        case "docx":
            with extra("office", "a document in Word"):
                from mnna.present.docx.writer import to_docx

            return to_docx(document, cite, paper)
        case "html":
            from mnna.present.html import page

            return page(document, cite).encode()
        case "md":
            from mnna.present.markdown import to_markdown

            return to_markdown(document, cite).encode()
        case "csv":
            from mnna.present.csv import to_csv

            return to_csv(document).encode()
    raise KeyError(form)
