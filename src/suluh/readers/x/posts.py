# SPDX-License-Identifier: Apache-2.0
"""Posts of an X archive, in the wrapper of any year."""

import posixpath
from collections.abc import Iterator
from typing import NamedTuple

from suluh.model.evidence.source import Source
from suluh.model.ids import record_id
from suluh.model.talk import Account, Attachment, Beside, Message
from suluh.readers.json_stream import Json
from suluh.readers.x.archive import SERVICE, account
from suluh.readers.x.times import when

Object = dict[str, Json]


class Posts(NamedTuple):
    """A file of posts: whose channel they belong to, and where their media lie."""

    source: Source
    own: str | None
    media: str
    """Folder of the media, such as ``tweets_media``."""

    def channel(self, author: str | None) -> str:
        """The author's channel; bound to the file where nobody says whose posts these are."""
        return f"{author}/posts" if author else f"{SERVICE}:chat/{self.source.file}/posts"


def post(posts: Posts, written: Object, pointer: str, native_kind: str | None) -> Message:
    """One post."""
    number = _text(written.get("id_str")) or _text(written.get("id"))
    text = _text(written.get("full_text")) or _text(written.get("text"))
    replied = account(written.get("in_reply_to_status_id_str"))
    author = _author(written) or posts.own
    return Message(
        id=record_id("message", posts.source.file, f"message:{pointer}"),
        conversation=posts.channel(author),
        kind="post",
        place=posts.source.place(pointer=pointer, row=number or None),
        sent=when(written.get("created_at")),
        sender=author,
        text=text,
        attachments=tuple(_media(posts.media, number, written)),
        native=f"{SERVICE}:{number}" if number else None,
        native_kind=native_kind,
        forwarded_from=_reposted(written, text),
        reply_to=replied,
        edited=_is_edited(written),
        beside=tuple(_addresses(written)),
    )


def _addresses(written: Object) -> Iterator[Beside]:
    """The addresses behind X's short ones, each once."""
    seen: set[str] = set()
    for one in _objects(_object(written.get("entities")).get("urls")):
        short, whole = _text(one.get("url")), _text(one.get("expanded_url"))
        if whole and whole not in seen:
            seen.add(whole)
            yield Beside(what="url", text=f"{short} {whole}" if short else whole)


def note(posts: Posts, written: Object, pointer: str) -> Message:
    """The whole text of a long post, which the post itself cuts."""
    number = _text(written.get("noteTweetId"))
    return Message(
        id=record_id("message", posts.source.file, f"message:{pointer}"),
        conversation=posts.channel(posts.own),
        kind="post",
        place=posts.source.place(pointer=pointer, row=number or None),
        sent=when(written.get("createdAt")),
        sender=posts.own,
        text=_text(_object(written.get("core")).get("text")),
        native=f"{SERVICE}:note/{number}" if number else None,
        native_kind="note-tweet",
        beside=tuple(_note_addresses(_object(written.get("core")))),
    )


def _note_addresses(core: Object) -> Iterator[Beside]:
    """The addresses behind the short ones of a long post."""
    for one in _objects(core.get("urls")):
        whole = _text(one.get("expandedUrl"))
        if whole:
            yield Beside(what="url", text=f"{_text(one.get('shortUrl'))} {whole}".strip())


def mentioned(source: Source, written: Object, pointer: str) -> Iterator[Account]:
    """The accounts that a post names: the only place where an archive gives the handle of a number."""
    for index, mention in enumerate(_objects(_object(written.get("entities")).get("user_mentions"))):
        known = account(mention.get("id_str"))
        if known is None:
            continue
        place = f"{pointer}/entities/user_mentions/{index}"
        handle, name = _text(mention.get("screen_name")), _text(mention.get("name"))
        yield Account(
            id=record_id("account", source.file, f"account:{place}"),
            account=known,
            place=source.place(pointer=place),
            names=(name,) if name else (),
            aliases=(f"{SERVICE}:@{handle}",) if handle else (),
        )


def _media(folder: str, number: str, written: Object) -> Iterator[Attachment]:
    """The files of a post, named as the archive names them: the post's number before the address's last part."""
    extended = _object(written.get("extended_entities")) or _object(written.get("entities"))
    for one in _objects(extended.get("media")):
        address = _best_film(one) or _text(one.get("media_url_https")) or _text(one.get("media_url"))
        if address:
            yield Attachment(state="named", name=f"{folder}/{number}-{posixpath.basename(address.partition('?')[0])}")


def _best_film(media: Object) -> str:
    """The address of the film with most bits, which is the one that the archive holds."""
    variants = _objects(_object(media.get("video_info")).get("variants"))
    films = [one for one in variants if _text(one.get("content_type")) == "video/mp4"]
    return max(((_rate(one), _text(one.get("url"))) for one in films), default=(0, ""))[1]


def _rate(film: Object) -> int:
    written = str(film.get("bitrate"))
    return int(written) if written.isascii() and written.isdigit() and len(written) < 12 else 0  # noqa: PLR2004 # no film has more


def _author(written: Object) -> str | None:
    """Old archives name the author in each post."""
    return account(_object(written.get("user")).get("id_str"))


def _reposted(written: Object, text: str) -> str | None:
    """Whose post it repeats: the first account that it names."""
    if not text.startswith("RT @"):
        return None
    mentions = _objects(_object(written.get("entities")).get("user_mentions"))
    return account(mentions[0].get("id_str")) if mentions else None


def _is_edited(written: Object) -> bool:
    return "edit" in _object(written.get("edit_info"))


def _text(written: Json) -> str:
    return written if isinstance(written, str) else ""


def _object(written: Json) -> Object:
    return written if isinstance(written, dict) else {}


def _objects(written: Json) -> list[Object]:
    return [one for one in written if isinstance(one, dict)] if isinstance(written, list) else []
