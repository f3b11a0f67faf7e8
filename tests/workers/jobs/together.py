# SPDX-License-Identifier: Apache-2.0
"""A job of tests that says what a database has in use."""

from suluh.model.ids import file_id, record_id
from suluh.model.intake import Flaw
from suluh.model.place import at


def warm():
    """Nothing to load."""


def work(source):
    tables = source.tables
    item = source.item
    parts = ("-shm", "-wal", "-journal")
    ids = {file_id(item.exhibit, item.acquisition, item.containers, item.path + one.encode()): one for one in parts}
    said = [f"beside {source.place(table=next(iter(tables))).beside}", *sorted(ids[one] for one in source.together)]
    for number, text in enumerate(said):
        identity = record_id("flaw", source.file, str(number))
        yield Flaw(id=identity, step="test", reason=text, place=at("flaw", source.place(), str(number)))
