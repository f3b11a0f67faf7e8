# SPDX-License-Identifier: Apache-2.0
"""The list of messages."""

from collections.abc import Iterator

from suluh.case.case import Case
from suluh.case.views.records import Records, Shown
from suluh.case.views.view import ALL_ROWS, Filter, Row, View, hide, key_of, place_row
from suluh.model.beyond import Joint
from suluh.model.talk import Attachment, Conversation, Message
from suluh.store import read


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
    private = hide(conversation="account", sender="account", forwarded_from="account", text="text", name="path")
    accounts = ("sender", "conversation")
    exhibits = ("places",)
    time = "sent_at"

    def rows(self, case: Case) -> Iterator[Row]:
        """Every message."""
        return (_row(case, shown) for shown in Records(case, Message, "conversation").all())

    def near(self, case: Case, where: Filter) -> Iterator[Row]:
        """One message or one conversation without reading the others."""
        records = Records(case, Message, "conversation")
        if where.id is not None or where.ids:
            return (_row(case, shown) for shown in records.some(where.ids or {where.id or ""}))
        if where.conversation is not None:
            return (_row(case, shown) for shown in records.all(_conversation(case, where.conversation)))
        return self.rows(case)

    def count(self, case: Case, where: Filter) -> int:
        """How many messages there are, joined copies counted once."""
        if where != ALL_ROWS:
            return super().count(case, where)
        return read.count(case.connection, Message) - len(Records(case, Message, "conversation").later)


def _conversation(case: Case, name: str) -> str:
    """The id of a conversation that is named by its id or its key."""
    for one in case.nouns(Conversation):
        if key_of(case, "conversation", one.conversation) == name:
            return one.conversation
    return name


def _row(case: Case, shown: Shown[Message]) -> Row:
    message, sent = shown.record, shown.record.sent
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
        "conversation_key": key_of(case, "conversation", message.conversation),
    }


def _attachment(one: Attachment) -> Row:
    names = ("name", "sha256", "state", "stated", "mime", "size")
    return {name: getattr(one, name) for name in names}
