"""The one layout of a record's text: what `ktgs fmt` writes."""

from __future__ import annotations

from ktgs.records.base import FileRecord
from ktgs.records.sub_units import Words
from ktgs.writing.files import with_yaml
from ktgs.writing.forms import arrange
from ktgs.writing.parsing import parse
from ktgs.writing.printing import document_text


def canonical(kind: type[FileRecord], text: str, words: Words = None) -> str:
    """Return the same record with keys, order, values, quotes and blanks in their one form, every comment kept.

    The text must be read without error (ValueError or YAMLError where it has no front matter or is no YAML). `words`
    are what sub-units are called; without them the file's own word stays.
    """

    def laid_out(yaml: str) -> str:
        document = parse(yaml)
        arrange(document.root, kind, words)
        return document_text(document)

    return with_yaml(kind, text, laid_out)
