# SPDX-License-Identifier: Apache-2.0
"""One file of an archive as it is streamed."""

import json
from collections.abc import Callable, Iterator

from suluh.model.evidence.source import Source
from suluh.model.ids import record_id
from suluh.model.intake import Flaw
from suluh.model.place import at
from suluh.model.talk import Account, Conversation, Message
from suluh.readers.apps.notes import nobody
from suluh.readers.json_stream import BrokenJson, Json, JsonStream
from suluh.readers.reader import Record, counted, flaw
from suluh.readers.x import archive, posts
from suluh.readers.x.archive import SERVICE
from suluh.readers.x.directs import Direct

Object = dict[str, Json]
Records = Iterator[Record | Flaw]

_POSTS = {"tweets": "tweets_media", "tweet": "tweet_media", "deleted_tweets": "deleted_tweets_media"}
_DIRECTS = {
    "direct_messages": False,
    "direct_messages_group": True,
    "direct_message": False,
    "direct_message_group": True,
}
_FOLLOWS = {"follower": "follower", "following": "following"}


class File:
    """One file as it is read."""

    def __init__(self, source: Source, name: str, stream: JsonStream, *, owner: str | None = None) -> None:
        """`owner` is the number of the account whose file it is, where its name begins with it."""
        self.source = source
        self.owner = f"{SERVICE}:{owner}" if owner else None
        self.prefix = f"{owner}_" if owner else ""
        self.name = name
        self.stream = stream
        self.at = ""
        self.count = 0
        self.channels: set[str] = set()
        self.seen: set[tuple[str, tuple[str, ...]]] = set()
        self.nobody = 0

    def records(self) -> Records:
        """All that the file says, and whether it is as much as the manifest says."""
        if self.name == "__THAR_CONFIG":
            yield from self._manifest()
            return
        whole = archive.manifest(self.source)
        self.own = self.owner or archive.own_account(self.source, whole)
        try:
            for record in self._listed(self._reading()):
                if isinstance(record, Message) and record.sender is None:
                    self.nobody += record.kind in {"text", "media", "post"}
                yield record
            self.stream.finish()
        except BrokenJson as error:
            reason = f"the file cannot be read on after {self.at or 'its start'}: {error}"
            yield flaw(self.source, "broken", reason, self.source.place(pointer=self.at))
        yield from nobody(self.source, self.nobody)
        file = self.source.path.rpartition("/")[2]
        expected = archive.declared(whole).get(file)
        if expected is not None and expected != self.count:
            reason = f"the manifest declares {counted(expected, 'record')} of {file}, {self.count} were read"
            yield flaw(self.source, "count", reason, self.source.place())

    def _reading(self) -> Callable[[Object, str], Records] | None:
        """How the records of this file are read, or null where they hold no noun of ours."""
        if self.name in _POSTS:
            return self._post
        if self.name in _FOLLOWS:
            return self._follow
        return {"account": self._account, "note_tweet": self._note, "screen_name_change": self._renamed}.get(self.name)

    def _listed(self, read: Callable[[Object, str], Records] | None) -> Records:
        """Each record of the file's array."""
        if self.stream.peek() != "start_array":
            yield flaw(
                self.source, "array", "not a list of records", self.source.place(), json.dumps(self.stream.value())
            )
            return
        for index in self.stream.items():
            self.at = f"/{index}"
            self.count += 1
            if self.name in _DIRECTS:
                yield from self._direct(self.at)
            elif read is None:
                self.stream.skip()
            else:
                yield from self._record(read, self.stream.value(), self.at)
        if read is None and self.name not in _DIRECTS and self.count:
            reason = f"not interpreted: {self.name}, {counted(self.count, 'record')}"
            yield flaw(self.source, "uninterpreted", reason, self.source.place())

    def _record(self, read: Callable[[Object, str], Records], wrapped: Json, pointer: str) -> Records:
        """A record in its wrapper, or without one as before 2020."""
        if isinstance(wrapped, dict) and len(wrapped) == 1:
            [(key, inner)] = wrapped.items()
            if isinstance(inner, dict):
                yield from read(inner, f"{pointer}/{key.replace('~', '~0').replace('/', '~1')}")
                return
        if isinstance(wrapped, dict):
            yield from read(wrapped, pointer)
            return
        raw = json.dumps(wrapped, ensure_ascii=False)
        yield flaw(self.source, pointer, "no record: not an object", self.source.place(pointer=pointer), raw)

    def _direct(self, pointer: str) -> Records:
        """A conversation inside its wrapper."""
        found = False
        for key in self.stream.fields():
            if key != "dmConversation" or found:
                self.stream.skip()
                continue
            found = True
            conversation = Direct(self.source, self.own, f"{pointer}/{key}", _DIRECTS[self.name], self.prefix)
            for record in conversation.records(self.stream):
                self.at = record.place.pointer or pointer
                yield record
        if not found:
            yield flaw(self.source, pointer, "no conversation in this record", self.source.place(pointer=pointer))

    def _post(self, written: Object, pointer: str) -> Records:
        kind = "deleted" if self.name.startswith("deleted") else None
        file = posts.Posts(self.source, self.own, self.prefix + _POSTS[self.name])
        yield from (one for one in posts.mentioned(self.source, written, pointer) if self._is_new(one))
        yield from self._posted(posts.post(file, written, pointer, kind))

    def _note(self, written: Object, pointer: str) -> Records:
        yield from self._posted(posts.note(posts.Posts(self.source, self.own, ""), written, pointer))

    def _posted(self, post: Message) -> Records:
        """The post, and its channel the first time."""
        if post.conversation not in self.channels:
            self.channels.add(post.conversation)
            position = f"chat:{post.conversation}"
            yield Conversation(
                id=record_id("conversation", self.source.file, position),
                conversation=post.conversation,
                kind="channel",
                place=at("conversation", self.source.place(), position),
                members=(post.sender,) if post.sender else (),
            )
        yield post

    def _follow(self, written: Object, pointer: str) -> Records:
        """Somebody who follows the account, or whom it follows."""
        known = archive.account(written.get("accountId"))
        if known is None:
            yield self._nameless(written, pointer)
            return
        yield self._sighting(known, pointer)

    def _account(self, written: Object, pointer: str) -> Records:
        """The account itself."""
        known = archive.account(written.get("accountId"))
        if known is None:
            yield self._nameless(written, pointer)
            return
        handle, phone, email, name = (
            str(written.get(key) or "") for key in ("username", "phoneNumber", "email", "accountDisplayName")
        )
        aliases = (
            *([f"{SERVICE}:@{handle}"] if handle else []),
            *([f"{SERVICE}:{phone}"] if phone.startswith("+") else []),
            *([f"email:{email}"] if email else []),
        )
        yield self._sighting(known, pointer, (name,) if name else (), aliases)

    def _renamed(self, written: Object, pointer: str) -> Records:
        """Handles that the account had before."""
        change = written.get("screenNameChange")
        known = archive.account(written.get("accountId")) or self.own
        if not isinstance(change, dict) or known is None:
            yield self._nameless(written, pointer)
            return
        handles = [change.get(key) for key in ("changedFrom", "changedTo")]
        yield self._sighting(
            known, pointer, (), tuple(f"{SERVICE}:@{one}" for one in handles if isinstance(one, str) and one)
        )

    def _manifest(self) -> Records:
        """What the manifest declares and the archive does not hold."""
        try:
            whole = self.stream.value()
        except BrokenJson as error:
            yield flaw(self.source, "broken", f"the manifest cannot be read: {error}", self.source.place())
            return
        user = whole.get("userInfo") if isinstance(whole, dict) else None
        if isinstance(whole, dict) and isinstance(user, dict):
            self.own = archive.account(user.get("accountId"))
            user = {**user, "username": user.get("userName"), "accountDisplayName": user.get("displayName")}
            yield from self._account(user, "/userInfo")
        for file, count in sorted(archive.declared(whole if isinstance(whole, dict) else {}).items()):
            if file not in self.source.names:
                reason = f"the manifest declares {counted(count, 'record')} of {file}, which is not in the archive"
                yield flaw(self.source, f"missing:{file}", reason, self.source.place())

    def _nameless(self, written: Object, pointer: str) -> Flaw:
        raw = json.dumps(written, ensure_ascii=False)
        return flaw(
            self.source, pointer, "a record without an account's number", self.source.place(pointer=pointer), raw
        )

    def _sighting(
        self, known: str, pointer: str, names: tuple[str, ...] = (), aliases: tuple[str, ...] = ()
    ) -> Account:
        return Account(
            id=record_id("account", self.source.file, f"account:{pointer}"),
            account=known,
            place=self.source.place(pointer=pointer),
            names=names,
            aliases=aliases,
            own=known == self.own,
        )

    def _is_new(self, one: Account) -> bool:
        key = (one.account, (*one.names, *one.aliases))
        if key in self.seen:
            return False
        self.seen.add(key)
        return True
