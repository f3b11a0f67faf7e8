# SPDX-License-Identifier: Apache-2.0
"""Reads what strace saw an act do to its case and unit."""

import re
from collections.abc import Iterator
from pathlib import Path

from tools.crash.disk import Op, numbered

CALLS = (
    "openat,close,pwrite64,write,ftruncate,fsync,fdatasync,rename,renameat,renameat2,link,linkat,unlink,unlinkat,"
    "mkdir,mkdirat,rmdir,copy_file_range,sendfile,dup,dup2,dup3,fcntl"
)
OPTIONS = ("-xx", "-y", "-s", "33554432", "-e", f"trace={CALLS}", "-e", "signal=none")
LEFT = ("-shm", ".lock")
"""Memory that is mapped, and locks: nothing of either is read after a start."""

_LINE = re.compile(r"(\w+)\((.*)\) += (-?\d+|\?)(.*)$")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_FD = re.compile(r"^(-?\d+|AT_FDCWD)(?:<([^>]*)>)?")


class Recording:
    """What an act did below a folder, in its order."""

    def __init__(self, root: Path, start: Path) -> None:
        self._root = f"{root}/"
        self._names = numbered(start)
        self._last = max(self._names.values(), default=0)
        self._open: dict[str, tuple[int, str, int]] = {}
        """By descriptor: the file, its path, and where the next write goes."""

        self._size = {number: (start / path).stat().st_size for path, number in self._names.items() if number}

    def read(self, lines: Iterator[str]) -> Iterator[Op]:
        """Each thing that was done, from the lines of a trace."""
        for line in lines:
            found = _LINE.match(line)
            if found and not found[3].startswith("-") and found[3] != "?":
                yield from self._done(found[1], found[2], int(found[3]))

    def _done(self, call: str, words: str, result: int) -> Iterator[Op]:
        texts = [_bytes(one) for one in _TEXT.findall(words)]
        match call:
            case "openat":
                yield from self._opened(words, texts[0], result)
            case "close":
                self._open.pop(words.split("<", maxsplit=1)[0], None)
            case "write" | "pwrite64":
                yield from self._written(call, words, texts[0], result)
            case "ftruncate":
                yield from self._cut(words)
            case "fsync" | "fdatasync":
                yield from self._flushed(words)
            case "mkdir" | "mkdirat":
                yield from self._named("folder", self._path(words, texts[0], call == "mkdirat"))
            case "unlink" | "rmdir" | "unlinkat":
                yield from self._named("remove", self._path(words, texts[0], call == "unlinkat"))
            case "rename" | "renameat" | "renameat2" | "link" | "linkat":
                one, other = (self._path("", text, is_at=False) for text in texts[:2])
                yield from self._named(call[:6] if call.startswith("rename") else "link", one, other)
            case "copy_file_range" | "sendfile" if words.split("<", maxsplit=1)[0] in self._open:
                raise NotImplementedError(f"{call} into the case is not recorded: {words}")

    def _opened(self, words: str, text: bytes, result: int) -> Iterator[Op]:
        path = self._path(words, text, is_at=True)
        if path is None:
            return
        if path not in self._names and path != ".":
            if "O_CREAT" not in words:
                return
            self._last += 1
            yield from self._named("make", path, node=self._last)
        node = self._names.get(path, 0)
        if "O_TRUNC" in words and self._size.get(node):
            self._size[node] = 0
            yield Op("cut", path, node)
        at = -1 if "O_APPEND" in words else 0
        self._open[str(result)] = (node, path, at)

    def _written(self, call: str, words: str, data: bytes, result: int) -> Iterator[Op]:
        descriptor = words.split("<", maxsplit=1)[0].split(",", maxsplit=1)[0]
        if descriptor not in self._open:
            return
        node, path, at = self._open[descriptor]
        offset = int(words.rpartition(",")[2]) if call == "pwrite64" else at if at >= 0 else self._size.get(node, 0)
        if call == "write" and at >= 0:
            self._open[descriptor] = (node, path, at + result)
        self._size[node] = max(self._size.get(node, 0), offset + result)
        if not path.endswith(LEFT):
            yield Op("write", path, node, offset, data[:result])

    def _cut(self, words: str) -> Iterator[Op]:
        found = self._open.get(words.split("<", maxsplit=1)[0])
        if found is not None and not found[1].endswith(LEFT):
            self._size[found[0]] = int(words.rpartition(",")[2])
            yield Op("cut", found[1], found[0], self._size[found[0]])

    def _flushed(self, words: str) -> Iterator[Op]:
        found = self._open.get(words.split("<", maxsplit=1)[0])
        if found is not None:
            yield Op("flush", found[1], found[0])

    def _named(self, do: str, path: str | None, to: str | None = None, node: int = 0) -> Iterator[Op]:
        if path is None or (do in {"rename", "link"} and to is None):
            return
        if do == "rename":
            for one in [name for name in self._names if name == path or name.startswith(f"{path}/")]:
                self._names[f"{to}{one.removeprefix(path)}"] = self._names.pop(one)
        elif do == "remove":
            self._names.pop(path, None)
        else:
            self._names[to or path] = self._names[path] if do == "link" else node
        if not (to or path).endswith(LEFT):
            yield Op(do, path, node, to=to or "")

    def _path(self, words: str, text: bytes, is_at: bool) -> str | None:  # noqa: FBT001 # of one private call
        """A path below the folder, relative to it; null for one that is elsewhere."""
        given = text.decode("utf-8", "surrogateescape")
        base = _FD.match(words) if is_at else None
        if base is not None and base[2] and not given.startswith("/"):
            given = f"{_plain(base[2])}/{given}"
        if given.rstrip("/") == self._root.rstrip("/"):
            return "."
        return given.removeprefix(self._root).rstrip("/") if given.startswith(self._root) else None


def _bytes(hexed: str) -> bytes:
    return bytes.fromhex(hexed.replace("\\x", ""))


def _plain(shown: str) -> str:
    """The path of a descriptor, which strace may write in hex as well."""
    return _bytes(shown).decode("utf-8", "surrogateescape") if shown.startswith("\\x") else shown
