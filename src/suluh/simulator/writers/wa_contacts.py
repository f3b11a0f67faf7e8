# SPDX-License-Identifier: Apache-2.0
"""WhatsApp's ``wa.db`` on Android: the contacts."""

import sqlite3
from collections.abc import Sequence

from suluh.simulator.evidence.devices import Seizure
from suluh.simulator.world.people import Person
from suluh.simulator.writers.sqlite import database, insert

SCHEMA = """
CREATE TABLE wa_contacts (_id INTEGER PRIMARY KEY AUTOINCREMENT, jid TEXT NOT NULL, is_whatsapp_user BOOLEAN NOT NULL,
  status TEXT, number TEXT, raw_contact_id INTEGER, display_name TEXT, phone_type INTEGER, wa_name TEXT);
"""


def write(seizure: Seizure, persons: Sequence[Person]) -> bytes:
    """``wa.db``: everybody that the phone has met, with the name the holder gave, or only the person's own."""
    rows = [
        (
            number,
            f"{person.phone[1:]}@s.whatsapp.net",
            1,
            None,
            person.phone if person.key in seizure.book else None,
            number if person.key in seizure.book else None,
            seizure.book.get(person.key),
            2,
            person.name,
        )
        for number, person in enumerate(persons, 1)
    ]

    def fill(connection: sqlite3.Connection) -> None:
        connection.executescript(SCHEMA)
        insert(connection, "wa_contacts", rows)

    return database(fill)
