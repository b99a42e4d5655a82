"""A document for Word: real headings, lists, tables, notes and pictures, so that an office can go on writing in it.

    writer.to_docx(document, cite, paper)     the bytes of a .docx file

`runs` sets text and links, `notes` makes footnotes and endnotes, `tables` and `styles` do what their names say.
`python-docx` has no notes, so `notes` writes that part of the file itself.
"""
