# SPDX-License-Identifier: Apache-2.0
"""Finds the file that a message names: in the export's own folder, by an app's own path, or by the hash it states."""

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
        settled = tuple(self._settle(one, message) for one in message.attachments)
        return msgspec.structs.replace(message, attachments=settled)

    def _settle(self, one: Attachment, message: Message) -> Attachment:
        if one.state != "named":
            return one
        if one.stated and one.sha256 is not None:
            return msgspec.structs.replace(one, state="present" if one.sha256 in self._held else "missing")
        found = self._beside(one.name or "", self._by_id[message.place.file])
        if found is None and message.place.table is not None:
            found = self._anywhere(one.name or "")
        if found is None:
            return msgspec.structs.replace(one, state="missing")
        return msgspec.structs.replace(one, state="present", sha256=found)

    def _beside(self, name: str, source: File) -> str | None:
        """The hash of the file that lies there, seen from the folder of the export: exports hold their own files."""
        folder = posixpath.dirname(display(source.path))
        near = self._by_path.get((source.containers, posixpath.normpath(posixpath.join(folder, name))))
        return None if near is None else self._sha256.get(near.id)

    def _anywhere(self, name: str) -> str | None:
        """The hash of the one content at a path that an app's database names: two different ones mean neither."""
        ending = "/" + name.lstrip("/")
        found = {
            self._sha256[file.id]
            for file in self._by_name.get(posixpath.basename(name), ())
            if "/" in name and ("/" + display(file.path)).endswith(ending) and file.id in self._sha256
        }
        return found.pop() if len(found) == 1 else None
