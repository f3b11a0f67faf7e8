# SPDX-License-Identifier: Apache-2.0
"""Which way a message or a call went, as programs write it in a cell."""

from collections.abc import Iterable
from typing import Literal

from suluh.readers.tabled.lexicon import words

Way = Literal["out", "in", "app", "draft", "failed"]
"""Sent from the device, received by it, said by the app itself; written and never sent; sent in vain."""

_OUT = (
    "outgoing out sent send submit sms_sent outbox sentbox sendbox keluar terkirim dikirim enviado saliente salida "
    "gesendet ausgehend envoyé sortant inviato uscita dialed dialled queued to"
)
_IN = (
    "incoming in received receive deliver inbox masuk diterima recibido entrante entrada empfangen eingehend reçu "
    "entrant ricevuto from"
)
_OUTCOMES = "missed rejected blocked voicemail declined unanswered answered tak_terjawab ditolak verpasst"
"""What became of a call that came in, beside cells that say which way others went; alone they tell no way."""

_APP = "notification system event service_message sistem"
_WORDS: dict[str, Way] = {
    **{one.replace("_", " "): "out" for one in _OUT.split()},
    **{one.replace("_", " "): "in" for one in _IN.split()},
    **{one.replace("_", " "): "in" for one in _OUTCOMES.split()},
    **{one.replace("_", " "): "app" for one in _APP.split()},
    **dict.fromkeys(("draft", "drafts", "draf", "entwurf", "brouillon"), "draft"),
    **dict.fromkeys(("failed", "gagal", "fehlgeschlagen"), "failed"),
}
_AFTER = frozenset(one.replace("_", " ") for one in _OUTCOMES.split())
_BOXES: dict[str, Way] = {"1": "in", "2": "out", "3": "draft", "4": "out", "5": "failed", "6": "out"}
_CALLS: dict[str, Way] = {"1": "in", "2": "out", "3": "in", "4": "in", "5": "in", "6": "in"}
"""As Android numbers the boxes of SMS, and the kinds of calls."""

_TRUE, _FALSE = frozenset({"true", "1", "yes", "ya", "t"}), frozenset({"false", "0", "no", "tidak", "f"})
OF_OWN = frozenset(
    {
        *("is from me", "from me", "is sender", "is send", "is own", "is mine", "is me", "is self", "sent by me"),
        *("is outgoing", "outgoing", "is user", "isuser"),
    }
)
_OF_OTHERS = frozenset({"is incoming", "incoming"})


def way_of(head: str, cell: str, *, is_numbered: bool = False, is_call: bool = False) -> Way | None:
    """Which way a cell under this heading tells; null where it does not."""
    name, said = words(head), cell.strip().casefold()
    if name in OF_OWN or name in _OF_OTHERS:
        is_yes = True if said in _TRUE else False if said in _FALSE else None
        return None if is_yes is None else "out" if is_yes == (name in OF_OWN) else "in"
    if is_numbered:
        return (_CALLS if is_call else _BOXES).get(said)
    parts = [one for part in said.replace("/", ",").split(",") if (one := _plain(part)) in _WORDS]
    parts.sort(key=_AFTER.__contains__)
    return _WORDS[parts[0]] if parts else None


def _plain(said: str) -> str:
    found = words(said)
    for ending in (" call", " message", " sms", " calls"):
        found = found.removesuffix(ending)
    return found


def tells(head: str, cells: Iterable[str], *, is_numbered: bool, is_call: bool) -> bool:
    """Whether every cell that holds something under a heading tells a way, and one of them out or in by itself."""
    held = [one for one in cells if one.strip()]
    found = [way_of(head, one, is_numbered=is_numbered, is_call=is_call) for one in held]
    said = {way for way, one in zip(found, held, strict=True) if way in {"in", "out"} and not _is_outcome(one)}
    return bool(said) and None not in found


def _is_outcome(cell: str) -> bool:
    """Whether a cell says what became of a call and not which way it went."""
    return all(_plain(one) in _AFTER for one in cell.casefold().replace("/", ",").split(","))
