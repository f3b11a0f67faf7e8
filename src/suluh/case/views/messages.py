# SPDX-License-Identifier: Apache-2.0
"""The list of messages."""

from collections.abc import Iterable, Iterator, Sequence

from suluh.case.case import Case
from suluh.case.views.conversations import names_of
from suluh.case.views.hiding import hide
from suluh.case.views.records import Records, Shown
from suluh.case.views.view import ALL_ROWS, Filter, Keys, Page, Row, View, place_row
from suluh.model.after.beyond import Joint
from suluh.model.rules.copies import with_files
from suluh.model.talk import Attachment, Message


class Messages(View):
    """Messages, each once, by conversation and time."""

    name = "messages"
    nouns = (Message, Joint)
    fields = (
        "id",
        "conversation",
        "sender",
        "sent_at",
        "sent_at_local",
        "sent_at_written",
        "kind",
        "text",
        "attachments",
        "place",
        "places",
        "differs",
    )
    shown = ("sent_at", "sent_at_written", "sender", "kind", "text", "attachments", "place")
    private = hide(
        id="id",
        conversation="account",
        sender="account",
        forwarded_from="account",
        reply_to="object",
        text="text",
        name="path",
        account="account",
    )
    ids = ("conversation_key",)
    of_deal = "messages"
    accounts = ("sender", "conversation")
    exhibits = ("places",)
    time = "sent_at"

    def rows(self, case: Case) -> Iterator[Row]:
        """Every message."""
        return self._rows(case, self._records(case).all())

    def near(self, case: Case, where: Filter) -> Iterator[Row]:
        """One message or one conversation without reading the others."""
        if where.id is not None or where.ids:
            return self._rows(case, self._records(case).some(where.ids or {where.id or ""}))
        if where.conversation is not None:
            return self._rows(case, self._records(case).all(self._talk(case, where.conversation)))
        return self.rows(case)

    def select(self, case: Case, where: Filter, part: Page) -> Iterator[Row]:
        """A page of a conversation, without reading the messages before it."""
        if part.limit < 0 or where != Filter(conversation=where.conversation) or where.conversation is None:
            return super().select(case, where, part)
        order = self._order(case, where.conversation)
        return self._in_order(case, order[part.offset : part.offset + part.limit])

    def around(self, case: Case, where: Filter, key: str, beside: int) -> Iterator[Row]:
        """A message of a conversation with those before and after it, without reading the others."""
        if where != Filter(conversation=where.conversation) or where.conversation is None:
            return super().around(case, where, key, beside)
        order = self._order(case, where.conversation)
        at = order.index(key) if key in order else -1
        return self._in_order(case, order[max(0, at - beside) : at + beside + 1] if at >= 0 else [])

    def _in_order(self, case: Case, order: Sequence[str]) -> Iterator[Row]:
        rows = {str(row["id"]): row for row in self._rows(case, self._records(case).some(order))}
        return (rows[name] for name in order if name in rows)

    def _talk(self, case: Case, name: str) -> str:
        """The conversation of a name or a key."""
        return names_of(case).get(name, name)

    def _order(self, case: Case, name: str) -> Sequence[str]:
        """The ids of the messages of a conversation in their order."""
        return self._records(case).order(self._talk(case, name))

    def count(self, case: Case, where: Filter) -> int:
        """How many messages there are, joined copies counted once."""
        if where.conversation is not None and where == Filter(conversation=where.conversation):
            return len(self._order(case, where.conversation))
        if where != ALL_ROWS:
            return super().count(case, where)
        return case.rows.count(Message) - len(self._records(case).later)

    def _records(self, case: Case) -> Records[Message]:
        return Records(case, Message, "conversation")

    def _rows(self, case: Case, records: Iterable[Shown[Message]]) -> Iterator[Row]:
        keys, first = Keys(case, "conversation"), self._records(case).firsts
        for shown in records:
            row = _row(shown)
            told = first.get(shown.record.conversation)
            if told is not None:
                row["conversation"] = told.conversation
                row["sender"] = told.sure.get(shown.record.sender or "", shown.record.sender)
            yield row | {"conversation_key": keys.of(str(row["conversation"]))}


def _row(shown: Shown[Message]) -> Row:
    message, sent = with_files(shown.record, shown.copies), shown.record.sent
    return {
        "id": message.id,
        "conversation": message.conversation,
        "sender": message.sender,
        "sent_at": shown.at,
        "sent_at_local": sent.local if sent else None,
        "sent_at_written": sent.written if sent else None,
        "kind": message.kind,
        "text": message.text,
        "attachments": [_attachment(one) for one in message.attachments],
        "place": place_row(message.place),
        "places": [place_row(place) for place in shown.places],
        "differs": list(shown.differs),
        "native_kind": message.native_kind,
        "forwarded_from": message.forwarded_from,
        "reply_to": message.reply_to,
        "edited": message.edited,
        "beside": [{"what": one.what, "text": one.text, "account": one.account} for one in message.beside],
        "copies": [_copy(one, shown.differs) for one in shown.copies] if shown.differs else [],
    }


def _copy(one: Message, differs: Iterable[str]) -> Row:
    """One of the joined records: where it stands, and what it says in the fields in which they differ."""
    sent = one.sent
    said: Row = {
        "sender": one.sender,
        "conversation": one.conversation,
        "sent_at": sent and (sent.at or sent.local or sent.written),
        "kind": one.kind,
        "text": one.text,
        "attachments": [_attachment(file) for file in one.attachments],
        "forwarded_from": one.forwarded_from,
        "reply_to": one.reply_to,
        "edited": one.edited,
    }
    return {"place": place_row(one.place), **{name: said[name] for name in differs if name in said}}


def _attachment(one: Attachment) -> Row:
    names = ("name", "sha256", "state", "stated", "mime", "size")
    return {name: getattr(one, name) for name in names}
