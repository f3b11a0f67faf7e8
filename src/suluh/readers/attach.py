# SPDX-License-Identifier: Apache-2.0
"""Finds the file that a message names: in its own folder, by its path, or by the hash the app states."""

import posixpath
from collections import defaultdict
from collections.abc import Iterable, Mapping

import msgspec

from suluh.model.ids import display
from suluh.model.intake import File
from suluh.model.talk import Attachment, Message

Chain = tuple[bytes, ...]


class Shelf:
    """The files of one acquisition, to be found by name."""

    def __init__(self, files: Iterable[File], sha256: Mapping[str, str]) -> None:
        self._sha256 = sha256
        self._held = frozenset(sha256.values())
        self._by_id: dict[str, File] = {}
        self._by_path: dict[tuple[Chain, str], File] = {}
        self._by_name: dict[str, list[File]] = defaultdict(list)
        for file in files:
            path = display(file.path)
            self._by_id[file.id] = file
            self._by_path[file.containers, path] = file
            self._by_name[posixpath.basename(path)].append(file)

    def settle(self, message: Message) -> Message:
        """The message with each named attachment `present` with its hash, or `missing`."""
        if not any(one.state == "named" for one in message.attachments):
            return message
        settled = tuple(self._settle(one, message.place.file) for one in message.attachments)
        return msgspec.structs.replace(message, attachments=settled)

    def _settle(self, one: Attachment, source: str) -> Attachment:
        if one.state != "named":
            return one
        if one.stated and one.sha256 is not None:
            return msgspec.structs.replace(one, state="present" if one.sha256 in self._held else "missing")
        found = self._find(one.name or "", self._by_id[source])
        if found is None:
            return msgspec.structs.replace(one, state="missing")
        return msgspec.structs.replace(one, state="present", sha256=found)

    def _find(self, name: str, source: File) -> str | None:
        """The hash of the one content that a name means, else null: two different files of one name mean neither."""
        folder = posixpath.dirname(display(source.path))
        near = self._by_path.get((source.containers, posixpath.normpath(posixpath.join(folder, name))))
        if near is not None:
            return self._sha256.get(near.id)
        ending = "/" + name.lstrip("/")
        found = {
            self._sha256[file.id]
            for file in self._by_name.get(posixpath.basename(name), ())
            if ("/" + display(file.path)).endswith(ending) and file.id in self._sha256
        }
        return found.pop() if len(found) == 1 else None
