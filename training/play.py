# SPDX-License-Identifier: Apache-2.0
"""Plays scripts on made-up phones: every turn becomes the messages that an exhibit would hold."""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from hashlib import sha256
from random import Random
from typing import Any, NamedTuple

from suluh.model.place import Place
from suluh.model.talk import Attachment, Message
from suluh.model.times import Dated, When, utc

SYLLABLES = (
    *("zol", "vek", "bru", "nax", "tum", "qui", "dro", "pel", "wom", "fiz"),
    *("gah", "rux", "yel", "kob", "mip", "jat", "sor", "lim", "hed", "cun"),
)
BANKS = ("BCA", "bca", "Mandiri", "BRI", "bni", "seabank", "Jago")
WALLETS = ("dana", "DANA", "gopay", "ovo", "shopeepay")
_MEDIA = {
    "proof": ("jpg", "image/jpeg"),
    "photo": ("jpg", "image/jpeg"),
    "voice": ("opus", "audio/ogg"),
    "sticker": ("webp", "image/webp"),
    "document": ("pdf", "application/pdf"),
    "contact": ("vcf", "text/vcard"),
}


class Somebody(NamedTuple):
    """A made-up person."""

    account: str
    nick: str
    holder: str
    bank: str
    wallet: str
    bank_name: str
    wallet_name: str


def somebody(dice: Random, nick: str, service: str, *, alike: bool) -> Somebody:
    """Somebody who goes by a nickname; `alike` where the name of record shares a word with it."""
    phone = f"+62899{dice.randrange(10**8):08d}"
    words = [one for one in nick.split() if one.isalpha() and len(one) > len("ab")]
    first = dice.choice(words).upper() if alike and words else _word(dice)
    return Somebody(
        account=f"{service}:{phone}",
        nick=nick,
        holder=f"{first} {_word(dice)}",
        bank=f"{dice.randrange(10**9, 10**10)}",
        wallet="0" + phone[3:],
        bank_name=dice.choice(BANKS),
        wallet_name=dice.choice(WALLETS),
    )


def _word(dice: Random) -> str:
    return "".join(dice.choice(SYLLABLES) for _ in range(dice.choice((2, 2, 3)))).upper()


class Turn(NamedTuple):
    """One turn on a phone."""

    number: int
    messages: tuple[Dated[Message], ...]


def slots(text: str, payee: Somebody, other: Somebody, channel: str, dice: Random) -> str:
    """A text with its made-up identities filled in."""
    first, second = (payee.bank, payee.wallet) if channel != "wallet" else (payee.wallet, payee.bank)
    one, two = (payee.bank_name, payee.wallet_name) if channel != "wallet" else (payee.wallet_name, payee.bank_name)
    known = {
        "{acct}": first,
        "{acct2}": second,
        "{bank}": one,
        "{bank2}": two,
        "{holder}": payee.holder.title(),
        "{holder2}": other.holder.title(),
        "{phone}": payee.wallet,
        "{phone2}": other.wallet,
        "{link}": f"https://t.me/+{dice.randrange(16**12):012x}",
        "{ref}": f"{dice.randrange(10**11, 10**12)}",
    }
    for slot, value in known.items():
        text = text.replace(slot, value)
    return text


class Stage(NamedTuple):
    """Where a script is played."""

    exhibit: str
    conversation: str
    script: str
    cast: Mapping[str, Somebody]
    payee: Somebody
    payer: Somebody
    channel: str


def play(
    turns: list[dict[str, Any]], start: datetime, stage: Stage, dice: Random
) -> Iterator[tuple[int, datetime, Turn | None]]:
    """Each turn with its moment; a turn without a message has none."""
    at = start
    for number, turn in enumerate(turns):
        at += timedelta(minutes=float(turn.get("wait", 0)))
        yield number, at, _turn(number, turn, at, stage, dice) if "by" in turn else None


def _turn(number: int, turn: dict[str, Any], at: datetime, stage: Stage, dice: Random) -> Turn:
    gone = bool(turn.get("deleted"))
    files = [] if gone else [*_files(turn, stage, number)]
    text = "" if gone else slots(turn.get("text", ""), stage.payee, stage.payer, stage.channel, dice)
    parts = [(text, files[:1]), *(("", [one]) for one in files[1:])]
    found = []
    for part, (words, held) in enumerate(parts):
        # Apps send several pictures as so many messages, seconds apart.
        moment = at + timedelta(seconds=2 * part)
        found.append(Dated(_message(number, part, words, held, moment, turn, stage), moment))
    return Turn(number, tuple(found))


def _message(  # noqa: PLR0913, PLR0917 # what a message is made of
    number: int, part: int, text: str, held: list[Attachment], at: datetime, turn: dict[str, Any], stage: Stage
) -> Message:
    kind = "revoked" if turn.get("deleted") else "media" if held else "text"
    return Message(
        id=f"{stage.script}/{number:04d}/{part:03d}",
        conversation=stage.conversation,
        kind=kind,
        place=Place(
            exhibit=stage.exhibit, acquisition="1", path=stage.conversation, file=stage.conversation, line=number + 1
        ),
        sent=When(written="", at=utc(at)),
        sender=stage.cast[turn["by"]].account,
        text=text,
        attachments=tuple(held),
        forwarded=bool(turn.get("forwarded")),
        reply_to="x" if turn.get("reply_to") is not None else None,
    )


def _files(turn: dict[str, Any], stage: Stage, number: int) -> Iterator[Attachment]:
    names = [_MEDIA[one] for one in turn.get("media", ()) if one in _MEDIA]
    names += [("jpg", "image/jpeg")] * int(turn.get("items") or 0)
    for place, (ending, mime) in enumerate(names):
        sha = sha256(f"{stage.script}/{number}/{place}".encode()).hexdigest()
        yield Attachment(state="present", name=f"{place}.{ending}", sha256=sha, mime=mime)
