# SPDX-License-Identifier: Apache-2.0
"""What a message says beside its text: addresses behind words, who reacted, buttons, a poll, a card, a place."""

from collections.abc import Iterator

from suluh.model.talk import Beside
from suluh.readers.json_stream import Json
from suluh.readers.telegram.fields import FILES, rest_of, shown
from suluh.readers.telegram.ids import account, integer

_MEANS = {"text_link": "href", "mention_name": "user_id", "custom_emoji": "document_id"}
"""Parts of a text whose words do not say what they stand for, and the key that does."""

_ALSO = ("via_bot", "sticker_emoji", "live_location_period_seconds", "saved_from")
"""Fields that only describe a message, and say something of persons."""


def besides(written: dict[str, Json], *, rest_is_text: bool, service: bool) -> Iterator[Beside]:
    """Everything; fields that stand as the text of a message without one are not told twice."""
    yield from _behind_words(written)
    said = rest_of(written, service=service)
    if rest_is_text:
        has_file = any(key in written for key, _ in FILES) and not service
        said = {key: value for key, value in said.items() if has_file and not isinstance(value, dict | list)}
    for key, value in said.items():
        if key == "reactions":
            yield from _reactions(value)
        elif value not in (None, "", [], {}):
            yield Beside(what=key, text=shown(value))
    for key in _ALSO[:2]:
        if written.get(key):
            yield Beside(what=key, text=shown(written[key]))


def _behind_words(written: dict[str, Json]) -> Iterator[Beside]:
    """Addresses and accounts behind words, each once: two fields of one message say them."""
    seen: set[tuple[str, str]] = set()
    for parts in (written.get("text"), written.get("text_entities")):
        for part in parts if isinstance(parts, list) else ():
            kind = part.get("type") if isinstance(part, dict) else None
            if not isinstance(part, dict) or not isinstance(kind, str) or kind not in _MEANS:
                continue
            meant = part.get(_MEANS[kind])
            key = (kind, shown(meant))
            if meant in (None, "") or key in seen:
                continue
            seen.add(key)
            who = account(meant) if kind == "mention_name" and integer(meant) else None
            yield Beside(what=kind, text=shown(meant), account=who)


def _reactions(value: Json) -> Iterator[Beside]:
    """Who reacted how, as far as the export names them; the count stands with those whom it does not."""
    for one in value if isinstance(value, list) else ():
        if not isinstance(one, dict):
            continue
        sign = shown(one.get("emoji") or one.get("document_id") or one.get("type") or "")
        recent = one.get("recent")
        named = [who for who in recent if isinstance(who, dict)] if isinstance(recent, list) else []
        yield Beside(what="reaction", text=f"{sign} {shown(one.get('count') or len(named))}")
        for who in named:
            date = f" {who['date']}" if isinstance(who.get("date"), str) else ""
            yield Beside(
                what="reaction",
                text=f"{sign} {shown(who.get('from') or '')}{date}",
                account=account(who.get("from_id")),
            )
