# SPDX-License-Identifier: Apache-2.0
"""What an element of an HTML export shows: its time, its files, what stands beside its text."""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone

from suluh.model.talk import Attachment, Beside
from suluh.model.times import When, utc
from suluh.readers.apps.pages import Element

_DATED = re.compile(
    r"(?P<day>\d{2})\.(?P<month>\d{2})\.(?P<year>\d{4}) (?P<clock>\d{2}:\d{2}:\d{2})"
    r"(?: UTC(?P<sign>[+-])(?P<hours>\d{2}):(?P<minutes>\d{2}))?"
)
_LEFT_OUT = ("Not included", "Exceeds maximum size", "Unavailable")
_AWAY = re.compile(r"(?:https?:|tg:|mailto:|tel:|#|$)", re.IGNORECASE)
_KIND = re.compile(r"(?:media_(?P<media>\w+)|(?P<wrap>photo|video_file|animated|sticker)_wrap)")
_WORDS = frozenset({"call", "contact", "location", "live_location", "venue", "poll", "game", "invoice", "giveaway"})
"""Kinds whose words say what was sent: they hold no file."""


def sent_at(block: Element) -> When | None:
    """The time of the exporting computer as written, and the instant where its zone stands beside it."""
    found = block.first("date", without="forwarded")
    written = found.attributes.get("title", "") if found is not None else ""
    match = _DATED.fullmatch(written.strip())
    if match is None:
        return When(written=written) if written else None
    try:
        local = datetime.fromisoformat("{year}-{month}-{day}T{clock}".format(**match.groupdict()))
    except ValueError:
        return When(written=written)
    at = None
    if match["sign"]:
        span = timedelta(hours=int(match["hours"]), minutes=int(match["minutes"]))
        zone = timezone(span if match["sign"] == "+" else -span) if span < timedelta(days=1) else None
        at = utc(local.replace(tzinfo=zone)) if zone is not None and local.year > 1 else None
    return When(written=written, local=local.isoformat(timespec="seconds"), at=at)


def kinds(block: Element) -> list[str]:
    """What its media are, in the export's own words."""
    return [_kind(wrap) for wrap in block.all("media_wrap")]


def _kind(wrap: Element) -> str:
    parts = sorted(part for one in wrap.inside if isinstance(one, Element) for part in one.parts)
    found = next((match for part in parts if (match := _KIND.fullmatch(part))), None)
    return "" if found is None else found["media"] or found["wrap"]


def files(block: Element) -> Iterator[Attachment]:
    """The files of a message, by the path beside the page, or as left out."""
    for wrap in block.all("media_wrap"):
        links = [one.attributes.get("href", "") for one in wrap.links()]
        path = next((one for one in links if not _AWAY.match(one)), None)
        title, why = (one.text() if (one := wrap.first(part)) else "" for part in ("title", "description"))
        if _kind(wrap) in _WORDS:
            continue
        if path is not None:
            yield Attachment(state="named", name=path)
        elif why.startswith(_LEFT_OUT) or title:
            yield Attachment(state="not-exported", name=title or None)


def words_of_media(block: Element) -> Iterator[str]:
    """What a call, a contact, a place or a poll says, one line each."""
    for wrap in block.all("media_wrap"):
        if _kind(wrap) in _WORDS:
            lines = (line.strip() for one in _leaves(wrap) for line in one.splitlines())
            yield "\n".join(line for line in lines if line)


def _leaves(one: Element) -> Iterator[str]:
    """The words of each element that holds words itself."""
    own = "".join(part for part in one.inside if isinstance(part, str)).strip()
    if own:
        yield one.text()
        return
    for part in one.inside:
        if isinstance(part, Element):
            yield from _leaves(part)


def besides(block: Element, body: Element) -> Iterator[Beside]:
    """Addresses behind words, reactions, a signature, a place on a map, the buttons of a bot."""
    for one in (body.first("text"), *block.all("media_location"), *block.all("media_venue")):
        for link in one.links() if one is not None and one.tag != "a" else ():
            href = link.attributes.get("href", "")
            if _AWAY.match(href) and len(href) > 1 and href.rstrip("/") not in {link.text(), f"http://{link.text()}"}:
                yield Beside(what="text_link", text=href)
    for one in (*block.all("media_location"), *block.all("media_venue")):
        if one.attributes.get("href"):
            yield Beside(what="place", text=one.attributes["href"])
    for one in block.all("signature"):
        yield Beside(what="signature", text=one.text())
    for one in block.all("bot_button"):
        links = [link.attributes["href"] for link in one.links() if link.attributes.get("href")]
        yield Beside(what="button", text=" ".join((one.text(), *links)))


def reactions(block: Element) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each sign with the names of those whom the page shows beside it."""
    for one in block.all("reaction"):
        emoji, count = one.first("emoji"), one.first("count")
        names = tuple(name for pic in one.all("initials") if (name := pic.attributes.get("title", "")))
        sign = emoji.text() if emoji is not None else one.text()
        yield f"{sign} {count.text()}".strip() if count is not None else sign, names
