# SPDX-License-Identifier: Apache-2.0
"""Landlock: this process opens no path at all from now on, or those below named folders."""

import ctypes
import os
import struct

from suluh.model.errors import WorkerCannotStart
from suluh.workers.lock.syscalls import call

GUARDS_PORTS, GUARDS_SIGNALS = 4, 6
"""Versions of Landlock since which it refuses TCP ports, and signals to other processes."""

_VERSION = 1
_PATH_BENEATH = 1
_FILE_RIGHTS = {1: 1 << 13, 2: 1 << 14, 3: 1 << 15, 5: 1 << 16}
"""By version of Landlock: all rights below this bit are known to it."""

_WRITE, _READ, _LIST, _REMOVE, _MAKE, _TRUNCATE = 1 << 1, 1 << 2, 1 << 3, 1 << 5, 1 << 8, 1 << 14
_SCRATCH = _WRITE | _READ | _LIST | _REMOVE | _MAKE | _TRUNCATE
_TCP = 0b11
_SIGNALS_AND_ABSTRACT_SOCKETS = 0b11


def version() -> int:
    """The version of Landlock in this kernel; 0 where there is none."""
    return max(0, call("landlock_create_ruleset", None, 0, _VERSION))


def restrict(folders: tuple[str, ...] = ()) -> None:
    """Give up every path but those below `folders`. Raises `WorkerCannotStart`."""
    known = version()
    if known == 0:
        raise WorkerCannotStart(
            "this kernel has no Landlock: use Linux 5.13 or newer with it switched on (lsm=landlock)"
        )
    rights = max(bit for since, bit in _FILE_RIGHTS.items() if since <= known) - 1
    network = _TCP if known >= GUARDS_PORTS else 0
    scoped = _SIGNALS_AND_ABSTRACT_SOCKETS if known >= GUARDS_SIGNALS else 0
    attributes = ctypes.create_string_buffer(struct.pack("=QQQ", rights, network, scoped), 24)
    rules = _checked(call("landlock_create_ruleset", attributes, 24, 0))
    for folder in folders:
        _allow(rules, folder, _SCRATCH & rights)
    _checked(call("landlock_restrict_self", rules, 0))
    os.close(rules)


def _allow(rules: int, folder: str, rights: int) -> None:
    """Leave one folder open."""
    parent = os.open(folder, os.O_PATH | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC)
    rule = ctypes.create_string_buffer(struct.pack("=Qi", rights, parent), 12)
    _checked(call("landlock_add_rule", rules, _PATH_BENEATH, rule, 0))
    os.close(parent)


def _checked(result: int) -> int:
    """The result of a call that must not fail."""
    if result < 0:
        raise WorkerCannotStart(
            f"the kernel refuses Landlock ({os.strerror(-result)}): no worker is started without it"
        )
    return result
