# SPDX-License-Identifier: Apache-2.0
"""Reads ``wa.db``, the contacts of WhatsApp for Android."""

from collections import defaultdict
from collections.abc import Iterator
from typing import ClassVar, Literal

from suluh.model.evidence.source import Cell, Source
from suluh.model.ids import record_id
from suluh.model.intake import Flaw
from suluh.model.place import Place
from suluh.model.talk import Account, Contact, Conversation
from suluh.readers.reader import Reader, Record, flaw
from suluh.readers.whatsapp.jids import account_of, is_person, kind_of

COLUMNS = ("jid", "number", "display_name", "wa_name", "nickname")


class WhatsAppContacts(Reader):
    """WhatsApp's contacts on Android; forms seen of 2023-10 and 2026-01."""

    name = "whatsapp-contacts"
    covers: ClassVar[Literal["chat", "money", "contacts"]] = "contacts"

    def claims(self, source: Source) -> str | None:
        """Trust the table and the two columns that only this app has together."""
        if {"jid", "is_whatsapp_user"} <= set(source.tables.get("wa_contacts", ())):
            return "a database with the table wa_contacts"
        return None

    def read(self, source: Source) -> Iterator[Record | Flaw]:
        """Yield an account for each row, with the names its owner chose, and a contact where the holder gave a name."""
        try:
            verified = _verified(source)
            for row in source.rows("wa_contacts", COLUMNS):
                jid, number, display, *chosen = (_text(cell) for cell in row.cells)
                place = source.place(table="wa_contacts", row=str(row.id))
                names = tuple(dict.fromkeys(name for name in (*chosen, *verified[jid]) if name))
                if is_person(jid):
                    yield from _person(place, jid, number, names, display)
                elif jid and display:
                    yield _group(place, jid, display)
        except TimeoutError:
            raise
        except (OSError, ValueError) as error:
            yield flaw(source, "table:wa_contacts", str(error), source.place(table="wa_contacts"))


def _person(place: Place, jid: str, number: str, names: tuple[str, ...], display: str) -> Iterator[Record]:
    """An account, and the name that the address book of this device gives it."""
    account = account_of(jid)
    digits = "".join(sign for sign in number if sign.isascii() and sign.isdigit())
    phone = f"whatsapp:+{digits}" if number.startswith("+") and digits else account
    yield Account(
        id=record_id("account", place.file, f"wa_contacts:{place.row}"),
        account=account,
        place=place,
        names=names,
        aliases=(phone,) if phone != account else (),
    )
    if display:
        yield Contact(
            id=record_id("contact", place.file, f"wa_contacts:{place.row}"), name=display, account=account, place=place
        )


def _group(place: Place, jid: str, title: str) -> Conversation:
    """A group or channel that stands among the contacts with its title."""
    return Conversation(
        id=record_id("conversation", place.file, f"wa_contacts:{place.row}"),
        conversation=account_of(jid),
        kind=kind_of(jid),
        place=place,
        title=title,
    )


def _verified(source: Source) -> defaultdict[str, list[str]]:
    """The names of businesses that WhatsApp states, by jid."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for row in source.rows("wa_vnames", ("jid", "verified_name")):
        found[_text(row.cells[0])].append(_text(row.cells[1]))
    return found


def _text(cell: Cell) -> str:
    return cell if isinstance(cell, str) else ""
