"""Write a document as a Word file with real headings, lists, tables, notes and pictures, which an office can edit.

    writer.to_docx(document, cite, paper)     the bytes of a .docx file

`runs` writes text, links and notes, `tables` tables, and `styles` sets the page and the styles. `python-docx` cannot
make notes, so `runs` writes that part of the file itself.
"""
