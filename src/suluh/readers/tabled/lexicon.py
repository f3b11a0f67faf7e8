# SPDX-License-Identifier: Apache-2.0
"""What programs call the columns of messages and calls, in the languages in which they write them."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Literal

Role = Literal[
    "time",
    "clock",
    "text",
    "name",
    "id",
    "receiver",
    "other",
    "way",
    "chat",
    "title",
    "file",
    "service",
    "span",
    "kind",
    "status",
    "draft",
    "deleted",
    "edited",
    "forwarded",
    "system",
    "reply",
    "reaction",
    "subject",
]
"""What a column says: of a message its time, words and sender (by name or number), to whom it went, the other side
of the device, which way it went, its conversation, its files, the app, what became of it; of a call its length."""

WORDS: Mapping[Role, tuple[str, ...]] = {
    "time": (
        *("timestamp", "message date", "date time", "datetime", "date", "time", "sent at", "created at", "create time"),
        *("sent date", "send time", "sent", "created", "timestamp ms", "ts", "str time", "formatted time", "call date"),
        *("start time", "timestamp time", "timestamp date", "time stamp", "local timestamp", "received", "received at"),
        *("waktu", "tanggal", "tanggal waktu", "waktu kirim", "tanggal kirim"),
        *("fecha", "fecha hora", "data hora", "datum", "zeit", "zeitstempel", "date heure", "date et heure", "data"),
        *("时间", "日期", "消息时间", "時間", "日時", "날짜", "시간", "дата", "время"),
    ),
    "clock": (
        *("time", "timestamp time", "clock", "jam", "waktu", "pukul", "uhrzeit", "zeit", "hora", "heure", "ora"),
        *("時間", "时间"),
    ),
    "text": (
        *("text", "message", "body", "content", "message text", "message body", "message content", "msg", "sms"),
        *(
            "str content",
            "parsed content",
            "pesan",
            "isi pesan",
            "isi",
            "isi chat",
            "teks",
            "mensaje",
            "texto",
            "mensagem",
            "nachricht",
        ),
        *("nachrichtentext", "messaggio", "testo", "contenu", "内容", "消息", "消息内容", "메시지", "내용", "текст"),
        *("сообщение", "メッセージ", "data"),
    ),
    "name": (
        *("sender", "sender name", "sender display name", "from", "from name", "author", "author name", "user name"),
        *("username", "user", "name", "nickname", "display name", "alias", "pengirim", "nama pengirim", "dari"),
        *("remitente", "remetente", "absender", "mittente", "expéditeur", "发送者", "发送人", "发件人", "보낸사람"),
        *(
            "보낸 사람",
            "отправитель",
            "送信者",
            "account name",
            "nick name",
            "origin",
            "u name",
            "u username",
            "author nickname",
        ),
    ),
    "id": (
        *("sender id", "from id", "author id", "user id", "sender number", "sender phone", "sender jid", "sender url"),
        *("sender profile url", "sender username", "sender email", "from number", "from phone", "u id", "from jid"),
        *("nomor pengirim",),
    ),
    "receiver": (
        *("to", "receiver", "recipient", "recipients", "to name", "destination", "recepients", "receiver id", "to id"),
        *("receiver name", "recipient name", "penerima", "kepada", "empfänger", "destinatario", "destinataire"),
        *("收件人", "接收者", "получатель"),
    ),
    "other": (
        *("address", "number", "phone number", "phone", "contact", "contact name", "contact number", "name number"),
        *(
            "nomor",
            "nomor telepon",
            "nomor hp",
            "kontak",
            "nummer",
            "numero",
            "número",
            "telefono",
            "caller",
            "partner",
        ),
        *("caller name", "cached name", "caller number", "caller id", "display name", "name", "nama", "nama kontak"),
        *("sender name", "person"),
    ),
    "way": (
        *("is from me", "from me", "is sender", "is send", "is own", "is mine", "is me", "is self", "sent by me"),
        *("is outgoing", "outgoing", "is incoming", "incoming", "direction", "type", "message type", "call type"),
        *("msg type", "folder", "box", "mailbox", "send receive", "arah", "tipe", "jenis", "tipe panggilan"),
        *("jenis panggilan", "richtung", "dirección", "direction type", "typ", "is user", "isuser"),
    ),
    "chat": (
        *("conversation id", "chat id", "thread id", "room id", "channel id", "group id", "chat guid", "rid"),
        *("chat identifier", "chat session", "conversation", "chat", "chat name", "thread", "room", "channel", "group"),
        *("session", "talker", "talker id", "channel url", "channel name", "group name", "room name", "match id"),
        *("chatroom", "percakapan", "obrolan", "grup", "id percakapan"),
    ),
    "title": ("conversation title", "chat name", "chat session", "channel name", "group name", "room name", "title"),
    "file": (
        *(
            "attachment",
            "attachments",
            "attachment name",
            "attachment 1",
            "media",
            "file",
            "files",
            "file name",
            "filename",
        ),
        *("media path", "media file", "lampiran", "anhang", "adjunto", "has attachments", "has attachment"),
    ),
    "service": ("service", "platform", "app", "network", "aplikasi", "layanan"),
    "span": (
        *("duration", "call duration", "duration seconds", "duration in seconds", "duration s", "dur", "durasi"),
        *("dauer", "duración", "durée", "durata", "lama panggilan"),
    ),
    "kind": ("message type", "type", "msg type", "kind", "media type"),
    "status": ("status", "delivery status", "state"),
    "draft": ("is message draft", "is draft", "draft", "is conversation draft"),
    "deleted": ("deleted", "is deleted", "is unsent", "revoked", "is revoked", "recalled", "is recalled"),
    "edited": ("edited", "is edited"),
    "forwarded": ("forwarded", "is forwarded"),
    "system": ("system", "is system"),
    "reply": ("reply to", "replying to", "quoted content", "quoted text", "replied to"),
    "reaction": ("reactions", "reaction"),
    "subject": ("subject",),
}
"""The words of each role, the surest first; one word may stand for several, and what the column holds decides."""

STRONG = frozenset({"pengirim", "nama pengirim", "remitente", "remetente", "absender", "mittente", "expéditeur"}) | {
    *("sender", "sender name", "sender display name", "sender id", "sender number", "sender jid", "sender phone"),
    *("sender profile url", "sender username", "from name", "发送者", "发送人", "보낸사람", "보낸 사람", "отправитель"),
    *("送信者", "nomor pengirim", "sender email", "from jid"),
}
"""Words that name who sent something, and nobody else."""

TELLING = (
    *("reply to", "replying to", "reactions", "reaction", "is read", "read date", "delivered date", "forwarded"),
    *("quoted content", "quoted", "is forwarded", "sticker", "reply to guid", "reply", "delivered", "read receipt"),
)
"""Columns that programs for chats alone write beside a message."""

AGAINST = re.compile(
    r"(?:log )?level(?: name)?|severity|logger|hostname|host|pid|process(?: id)?|thread name|stack(?: trace)?|exception"
    r"|event ?id|event type|commit|sha\d*|hash|branch|rating|stars?|score|likes?|likes? count|retweets?(?: count)?"
    r"|upvotes?|label|sentiment|amount|total|price|balance|saldo|nominal|jumlah|harga|biaya|currency|debit|kredit|credit"
    r"|betrag|importe|montant|importo|status code|user agent|ip address|priority|ticket id|order id|views?|view count"
    r"|iban|merchant|invoice|qty|quantity|kategori|category|facility|referer|request|response|latency"
)
"""Columns of logs, bookings, lists of wares, reviews and posts: where one stands, this is no table of messages."""

_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_SIGNS = re.compile(r"[\W_]+")
_ZONED = re.compile(
    r"[\s_(\[](?P<zone>(?:UTC|GMT|WIB|WITA|WIT)(?: ?[+-]\d{1,2}(?::?\d\d)?)?)[)\]]?\s*$",
    re.IGNORECASE,
)


@lru_cache(maxsize=1024)
def words(head: str) -> str:
    """A heading in plain words and without a zone: ``Message Date`` and ``message_date (UTC)`` are one."""
    return _SIGNS.sub(" ", _CAMEL.sub(" ", _apart(head.strip("\ufeff \t"))[0])).strip().casefold()


def zone_in(head: str) -> str:
    """The zone that a heading says its times are in, such as ``UTC+7`` or ``WIB``; empty where it says none."""
    return _apart(head)[1].upper()


def _apart(head: str) -> tuple[str, str]:
    """A heading without the zone that stands behind its words, and the zone."""
    found = _ZONED.search(head)
    if found is None or not _SIGNS.sub("", head[: found.start()]):
        return head, ""
    return head[: found.start()], found["zone"]


def told_apart(heads: Iterable[str]) -> tuple[str, ...]:
    """Headings of which no two are alike: of two alike the second has its number, and so has one that says nothing."""
    found = dict[str, None]()
    for number, head in enumerate(heads, 1):
        name = head if head.strip("\ufeff \t") else f"column {number}"
        while name in found:
            name = f"{name} {number}"
        found[name] = None
    return tuple(found)
