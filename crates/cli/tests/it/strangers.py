# What independent readers make of a file: its text on standard output.
# Usage: strangers.py READER FILE

import sys

reader, file = sys.argv[1:]
if reader == "pypdf":
    import pypdf

    text = "\n".join(page.extract_text() for page in pypdf.PdfReader(file).pages)
elif reader == "PyMuPDF":
    import fitz

    text = "\n".join(page.get_text() for page in fitz.open(file))
elif reader == "python-docx":
    import docx

    # Links are no runs to this library, but part of the paragraph.
    letters = lambda paragraph: "".join(
        piece.text or "" for piece in paragraph._p.iter(docx.oxml.ns.qn("w:t"))
    )
    text = "\n".join(letters(paragraph) for paragraph in docx.Document(file).paragraphs)
else:
    sys.exit(f"no reader {reader}")
sys.stdout.buffer.write(text.encode())
