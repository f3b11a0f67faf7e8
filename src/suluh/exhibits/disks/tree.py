# SPDX-License-Identifier: Apache-2.0
"""The files of one file system that The Sleuth Kit has opened: names, streams, links, and what is not among them."""

from collections.abc import Iterator
from types import ModuleType
from typing import Any, NamedTuple

from suluh.model.evidence.container import Member, Remark
from suluh.model.times import as_written, in_utc

Opaque = Any
"""A value of the library, which says nothing of its types."""

FAULTS = (OSError, RuntimeError)
"""What the library raises, where it fails itself and where reading for it does."""

Found = tuple[Member, "Stream | None"]
_DEEPEST = 200
ELSEWHERE = "compressed or kept elsewhere by Windows: its bytes are not read"
"""A file with a reparse point: what lies under its name may be zeros alone."""

RECOVER = "recover outside what is wanted, and add what comes out"
_RESERVED = 24
"""So many records of an NTFS volume are its own."""


class Stream(NamedTuple):
    """Where the bytes of a member are found again."""

    volume: int
    inode: int
    kind: int
    number: int
    size: int


class Walk:
    """The way through one file system."""

    def __init__(self, tsk: ModuleType, system: Opaque, volume: int, prefix: bytes) -> None:
        self._tsk, self._system, self._volume, self._prefix = tsk, system, volume, prefix
        self._is_fat = system.info.ftype & (tsk.TSK_FS_TYPE_FAT_DETECT | tsk.TSK_FS_TYPE_EXFAT) != 0
        self._lost = self._own = self._broken = 0
        self._faults: list[Remark] = []

    def members(self, root: Opaque) -> Iterator[Found | Remark]:
        """Every file below a folder, and last what is not among them."""
        yield from self._folder(root, self._prefix, {self._system.info.root_inum}, 0)
        yield from self._faults
        where = said(self._prefix.rstrip(b"/")) or "the volume"
        if self._broken:
            reason = f"{self._broken} files in {where} are not listed: what the file system says of them cannot be read"
            yield Remark(f"broken:{where}", reason)
        if self._own:
            yield Remark(f"own:{where}", f"{self._own} files of the file system itself in {where} are not listed")
        reason = f"{self._lost} names of deleted files in {where} are not listed, and free space was not searched"
        yield Remark(f"lost:{where}", f"{reason}: {RECOVER}")

    def _folder(
        self,
        folder: Opaque,
        path: bytes,
        above: set[int],
        depth: int,
    ) -> Iterator[Found]:
        for entry in sorted(self._entries(folder, path), key=lambda one: (one.info.name.name, one.info.name.meta_addr)):
            name, meta = entry.info.name.name, entry.info.meta
            inode = meta.addr
            if meta.type == self._tsk.TSK_FS_META_TYPE_DIR:
                if inode in above:
                    continue
                if depth >= _DEEPEST:
                    self._faults.append(Remark(f"deep:{inode}", f"{said(path + name)} lies too deep: it is not listed"))
                    continue
                yield from self._deeper(inode, path + name + b"/", above, depth)
            yield from self._streams(entry, path + name)

    def _deeper(self, inode: int, path: bytes, above: set[int], depth: int) -> Iterator[Found]:
        try:
            folder = self._system.open_dir(inode=inode)
        except FAULTS as error:
            self._faults.append(Remark(f"folder:{inode}", f"folder {said(path)} cannot be read: {said(error)}"))
            return
        yield from self._folder(folder, path, above | {inode}, depth + 1)

    def _entries(self, folder: Opaque, path: bytes) -> Iterator[Opaque]:
        """What stands in a folder and is not deleted, nor the file system's own."""
        entries = iter(folder)
        while True:
            try:
                entry = next(entries)
            except StopIteration:
                return
            except FAULTS as error:
                self._faults.append(Remark(f"broken:{said(path)}", f"{said(path)} is read in part: {said(error)}"))
                return
            if self._is_listed(entry):
                yield entry

    def _is_listed(self, entry: Opaque) -> bool:
        tsk, name, meta = self._tsk, entry.info.name, entry.info.meta
        if name.name in {b".", b".."}:
            return False
        if name.flags == tsk.TSK_FS_NAME_FLAG_UNALLOC:
            self._lost += 1
            return False
        if meta is None or meta.flags & tsk.TSK_FS_META_FLAG_UNALLOC:
            self._broken += 1
            return False
        if meta.type in {tsk.TSK_FS_META_TYPE_VIRT, tsk.TSK_FS_META_TYPE_VIRT_DIR}:
            return False  # made up by the library
        is_own = name.name.startswith(b"$") and _is_ntfs_own(tsk, self._system, meta.addr)
        self._own += is_own
        return not is_own

    def _streams(self, entry: Opaque, path: bytes) -> Iterator[Found]:
        """The bytes of a file, and each further named stream of it."""
        tsk, meta = self._tsk, entry.info.meta
        changed = as_written(meta.mtime) if self._is_fat else in_utc(meta.mtime)
        if meta.type == tsk.TSK_FS_META_TYPE_LNK:
            link = said(getattr(meta, "link", None) or b"")
            yield Member(path, meta.size, changed, f"symbolic link to {link}" if link else "symbolic link"), None
            return
        if meta.type not in {tsk.TSK_FS_META_TYPE_REG, tsk.TSK_FS_META_TYPE_DIR}:
            yield Member(path, None, changed, "device, pipe or socket"), None
            return
        is_folder, met = meta.type == tsk.TSK_FS_META_TYPE_DIR, False
        found = self._attributes(entry, path)
        elsewhere = ELSEWHERE if any(one.type == tsk.TSK_FS_ATTR_TYPE_NTFS_REPARSE for one in found) else None
        for one in found:
            if one.type in {tsk.TSK_FS_ATTR_TYPE_NTFS_REPARSE, tsk.TSK_FS_ATTR_TYPE_HFS_RSRC}:
                if one.type == tsk.TSK_FS_ATTR_TYPE_HFS_RSRC and one.size:
                    fork = Stream(self._volume, meta.addr, int(one.type), one.id, one.size)
                    yield Member(path + b":rsrc", one.size, changed, None), fork
                continue
            named = (
                one.name is not None and one.name not in {b"", b"$Data"} and one.type == tsk.TSK_FS_ATTR_TYPE_NTFS_DATA
            )
            if (is_folder and not named) or (met and not named):
                continue
            met = met or not named
            special = "encrypted by the file system" if one.flags & tsk.TSK_FS_ATTR_ENC else None
            special = special or (None if named else elsewhere)
            own = path + b":" + one.name if named else path
            stream = Stream(self._volume, meta.addr, int(one.type), one.id, one.size)
            yield Member(own, one.size, changed, special), None if special else stream
        if not met and not is_folder:
            yield Member(path, 0, changed, None), Stream(self._volume, meta.addr, -1, -1, 0)

    def _attributes(self, entry: Opaque, path: bytes) -> list[Opaque]:
        tsk = self._tsk
        kinds = {tsk.TSK_FS_ATTR_TYPE_DEFAULT, tsk.TSK_FS_ATTR_TYPE_NTFS_DATA, tsk.TSK_FS_ATTR_TYPE_HFS_DATA}
        kinds |= {tsk.TSK_FS_ATTR_TYPE_NTFS_REPARSE, tsk.TSK_FS_ATTR_TYPE_HFS_RSRC}
        try:
            return [one.info for one in entry if one.info.type in kinds]
        except FAULTS as error:
            self._faults.append(Remark(f"file:{said(path)}", f"{said(path)} cannot be read: {said(error)}"))
            return []


def _is_ntfs_own(tsk: ModuleType, system: Opaque, inode: int) -> bool:
    return bool(system.info.ftype & tsk.TSK_FS_TYPE_NTFS_DETECT) and inode < _RESERVED


def said(raw: object) -> str:
    """Bytes or an error as one short line."""
    text = raw.decode("utf-8", "replace") if isinstance(raw, bytes) else str(raw)
    return " ".join(text.split())[:200]
