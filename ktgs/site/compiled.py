"""Templates as they were compiled before: in this process, and in `.ktgs/` for the next one."""

from __future__ import annotations

import marshal
from contextlib import suppress
from types import CodeType

from jinja2 import BytecodeCache, Environment, TemplateError
from jinja2.bccache import Bucket

from ktgs.reuse.fingerprints import of_program
from ktgs.reuse.store import Store

_NAME = "templates"


class Compiled(BytecodeCache):
    """The code of each template with the checksum of the text that it came from: only what changed is compiled."""

    def __init__(self) -> None:
        self.codes: dict[str, tuple[str, CodeType]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give the code of a template whose text is still the one that was compiled."""
        checksum, code = self.codes.get(bucket.key, ("", None))
        bucket.code = code if checksum == bucket.checksum else None

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a template in place of its former one."""
        if bucket.code is not None:
            self.codes[bucket.key] = bucket.checksum, bucket.code


COMPILED = Compiled()  # every environment is made alike, so that the code suits them all


def compile_all(environment: Environment, store: Store | None) -> None:
    """Compile every template before the pages are shared out among processes; what the store has is taken from there.

    One that is broken is passed over here: the page that needs it tells so.
    """
    if store and (kept := store.get(_NAME, of_program())):
        COMPILED.codes |= marshal.loads(kept)
    before = dict(COMPILED.codes)
    for name in environment.list_templates(["html"]):
        with suppress(TemplateError):
            environment.get_template(name)
    if store and COMPILED.codes != before:
        store.put(_NAME, of_program(), marshal.dumps(COMPILED.codes))
