# SPDX-License-Identifier: Apache-2.0
"""Nouns of talk: account, contact, conversation, message, attachment."""

from typing import Literal
from urllib.parse import quote, unquote

from suluh.model.body import Noun, Part
from suluh.model.place import Place
from suluh.model.times import When


class Owning(Part, frozen=True, kw_only=True):
    """By what a record lets one infer that an account is the device's own: a sign, and never a statement."""

    device: str
    """The device, or one app of it, as the account id of whoever wrote on it."""

    by: Literal["title", "deletion", "peer", "groups"]
    """The title names the other side; the app told this side that it deleted a message; the id of the chat is the
    other side's; every group of the database has this member, who writes in none as another."""


class Account(Noun, frozen=True, kw_only=True, tag="account/1"):
    """One sighting of an account: who the record says it is."""

    account: str
    """``service:identifier``, such as ``whatsapp:+6281234567890``, ``telegram:user123``, ``bca:0123456789``."""

    place: Place
    names: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    """Other identifiers of the same account in the same record, as account ids."""

    own: bool = False
    """Whether the record says that this is the device's own account."""

    owning: Owning | None = None
    """What lets one infer that it is, where nothing says so."""


class Contact(Noun, frozen=True, kw_only=True, tag="contact/1"):
    """An entry of an address book: a name that the device's holder gave to an account."""

    name: str
    account: str
    place: Place


About = Literal[
    "maker",
    "model",
    "serial",
    "imei",
    "meid",
    "iccid",
    "imsi",
    "number",
    "operator",
    "account",
    "owner",
    "device-name",
    "system",
    "identifier",
    "timezone",
    "language",
]
"""What a file may say of its device: a number is that of a SIM card, an account one that was signed in."""


class Trait(Noun, frozen=True, kw_only=True, tag="trait/1"):
    """What a file of a device says of the device itself: a fact of the exhibit, which identifies no person."""

    what: About
    value: str
    """As the record writes it."""

    place: Place
    kind: str | None = None
    """The format's own word for it: the type of an account, the key of an entry."""


class Conversation(Noun, frozen=True, kw_only=True, tag="conversation/1"):
    """One sighting of a conversation: its title and members."""

    conversation: str
    """``service:identifier``; bound to exhibit and file where the service names none."""

    kind: Literal["direct", "group", "channel"]
    place: Place
    title: str | None = None
    members: tuple[str, ...] = ()
    moved: str | None = None
    """The conversation in which it went on, or from which it came, where the service moved it under another id."""


class Attachment(Part, frozen=True, kw_only=True):
    """A file in a message. A reader says `named`; the line makes it `present` or `missing`."""

    state: Literal["named", "present", "omitted", "not-exported", "missing"]
    name: str | None = None
    """As the record writes it, with folders where it does."""

    sha256: str | None = None
    """Of the content in the exhibit, or else as the app states it."""

    stated: bool = False
    """Whether the app itself states the SHA-256."""

    mime: str | None = None
    size: int | None = None


class Beside(Part, frozen=True, kw_only=True):
    """What a record says of a message beside its text and its files: who reacted, an address behind a word, a poll."""

    what: str
    """What it is, in the format's own word: ``reaction``, ``text_link``, ``quoted``."""

    text: str = ""
    account: str | None = None
    """Whose it is, or whom it names, where the record says so."""


class Message(Noun, frozen=True, kw_only=True, tag="message/1"):
    """What was said or sent in a conversation."""

    conversation: str
    kind: Literal["text", "media", "post", "system", "call", "revoked", "unsupported"]
    place: Place
    sent: When | None = None
    sender: str | None = None
    """Account that sent it; null where the format does not say."""

    text: str = ""
    attachments: tuple[Attachment, ...] = ()
    native: str | None = None
    """The service's own id, the same on every device, with its conversation where needed; joins two copies."""

    native_kind: str | None = None
    """The format's own type, kept as written."""

    forwarded: bool = False
    """Whether the record marks it as forwarded, be its origin known or not."""

    forwarded_from: str | None = None
    """Account or conversation it was forwarded from, where the record says."""

    reply_to: str | None = None
    edited: bool = False
    beside: tuple[Beside, ...] = ()


def named_account(service: str, exhibit: str, conversation: str, name: str) -> str:
    """The account id of somebody known by name only: bound to exhibit and conversation."""
    return f"{service}:name/{quote(exhibit, safe='')}/{quote(conversation, safe='')}/{quote(name, safe='')}"


def device_account(service: str, exhibit: str, app: str = "") -> str:
    """The account of whoever wrote on the device itself, where nothing says its number; one for each app of it."""
    whose = quote(exhibit, safe="")
    return f"{service}:own/{whose}/{quote(app, safe='')}" if app else f"{service}:own/{whose}"


def is_device(account: str) -> bool:
    """Whether an account is that of a device whose own number nothing says."""
    return account.partition(":")[2].startswith("own/")


def exhibit_of(device: str) -> str | None:
    """The exhibit that the account of a device is of; null for any other account."""
    return unquote(device.split("/")[1]) if is_device(device) else None


def is_named_only(account: str) -> bool:
    """Whether an account is known by name only, or as the device that wrote."""
    return account.partition(":")[2].startswith(("name/", "own/"))


def is_hidden(account: str) -> bool:
    """Whether an account is what WhatsApp shows in place of a number that it hides."""
    return account.endswith("@lid")


def service_of(account: str) -> str:
    """The service of an account or conversation id."""
    return account.partition(":")[0]


_FORMS = {"telegram": "telegram:user...", "line": "line:u..."}
_NUMBERED = frozenset({"phone", "signal", "viber", "whatsapp"})


def form_of(service: str) -> str:
    """What an account of a service looks like: a telephone number, or a number or a name of the service's own."""
    return _FORMS.get(service, f"{service}:+62..." if service in _NUMBERED else f"{service}:...")
