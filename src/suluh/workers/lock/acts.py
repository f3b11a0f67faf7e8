# SPDX-License-Identifier: Apache-2.0
"""The 25 acts that a locked worker must be refused, each tried in a way that does no harm where it is allowed."""

import ctypes
import errno
import os
import stat
import struct
import sys
from collections.abc import Callable, Iterator

from suluh.workers.lock import landlock
from suluh.workers.lock.syscalls import call, number

Attempt = Callable[[], int]
"""Makes one call; gives its result, an error as its negative number."""

_HERE = -100
_NOWHERE = b""
_ANY_FOLDER = b"/usr"
_NO_SIGNAL = 0
_THREAD_ALONE = 0x10000
_REFUSED = (-errno.EPERM, -errno.EACCES)
_INTERNET, _LOCAL, _STREAM = 2, 1, 1


def refused(attempt: Attempt) -> bool:
    """Whether the kernel refused it, and not for any other reason."""
    return attempt() in _REFUSED


def all_acts() -> dict[str, tuple[Attempt, ...]]:
    """Every act by its name, with the calls that would do it: what docs/workers.md lists."""
    return {
        "read a file": (_read,),
        "write a file": (_write,),
        "list a folder": (_list,),
        "make a file": (_make_file,),
        "make a folder": (lambda: call("mkdirat", _HERE, _NOWHERE, 0),),
        "make a link": (
            lambda: call("symlinkat", _NOWHERE, _HERE, _NOWHERE),
            lambda: call("linkat", _HERE, _NOWHERE, _HERE, _NOWHERE, 0),
        ),
        "make a device or pipe": (lambda: call("mknodat", _HERE, _NOWHERE, 0, 0),),
        "rename a file": (lambda: call("renameat2", _HERE, _NOWHERE, _HERE, _NOWHERE, 0),),
        "remove a file": (_remove,),
        "change size, mode, owner or times": (
            lambda: call("truncate", _NOWHERE, 0),
            lambda: call("fchmodat", _HERE, _NOWHERE, 0),
            lambda: call("fchownat", _HERE, _NOWHERE, 0, 0, 0),
            lambda: call("utimensat", _HERE, _NOWHERE, None, 0),
        ),
        "open a socket": (lambda: call("socket", _INTERNET, _STREAM, 0), lambda: call("socket", _LOCAL, _STREAM, 0)),
        "connect": (lambda: call("connect", -1, None, 0),),
        "bind and listen": (lambda: call("bind", -1, None, 0), lambda: call("listen", -1, 0)),
        "start a program": (
            lambda: call("execve", _NOWHERE, None, None),
            lambda: call("execveat", -1, _NOWHERE, None, None, 0),
        ),
        "start a process": (
            _fork,
            lambda: call("clone", _THREAD_ALONE, None, None, None, None),
            lambda: call("clone3", None, 0),
        ),
        "signal another process": (lambda: call("kill", os.getppid(), _NO_SIGNAL),),
        "trace or read another process": (lambda: call("ptrace", 2, -1, None, None), _read_parent),
        "mount or change the root": (
            lambda: call("mount", _NOWHERE, _NOWHERE, _NOWHERE, 0, None),
            lambda: call("chroot", _NOWHERE),
        ),
        "enter a namespace": (lambda: call("unshare", 0), lambda: call("setns", -1, 0)),
        "use io_uring": (lambda: call("io_uring_setup", 0, None),),
        "load a program into the kernel": (
            lambda: call("bpf", -1, None, 0),
            lambda: call("perf_event_open", None, 0, -1, -1, 0),
        ),
        "use the kernel's keys": (lambda: call("keyctl", -1), lambda: call("add_key", None, None, None, 0, 0)),
        "catch page faults": (lambda: call("userfaultfd", -1),),
        "make memory executable": (lambda: call("mmap", None, 4096, 5, 0x22, -1, 0), lambda: call("mprotect", 0, 0, 5)),
        "change its own limits or user": (lambda: call("prlimit64", 0, 7, 8, None), lambda: call("setuid", -1)),
    }


def acts_on_paths() -> dict[str, tuple[Attempt, ...]]:
    """Those acts that Landlock alone must refuse, tried on real paths before seccomp stands."""
    found: dict[str, tuple[Attempt, ...]] = {
        "read a file": (_read,),
        "write a file": (_write,),
        "list a folder": (_list,),
        "make a file": (_make_file,),
        "make a folder": (lambda: _undone(call("mkdirat", _HERE, _new(), 0o700), os.rmdir),),
        "make a link": (lambda: _undone(call("symlinkat", b"nowhere", _HERE, _new()), os.unlink),),
        "make a device or pipe": (lambda: _undone(call("mknodat", _HERE, _new(), stat.S_IFIFO | 0o600, 0), os.unlink),),
        "remove a file": (_remove,),
        "bind and listen": (_bind,),
        "trace or read another process": (_read_parent,),
    }
    if landlock.version() >= landlock.GUARDS_PORTS:
        found["connect"] = (_connect,)
    if landlock.version() >= landlock.GUARDS_SIGNALS:
        found["signal another process"] = (lambda: call("kill", os.getppid(), _NO_SIGNAL),)
    return found


def not_refused(acts: dict[str, tuple[Attempt, ...]]) -> Iterator[str]:
    """Names of the acts of which any call was let through."""
    return (name for name, attempts in acts.items() if not all(map(refused, attempts)))


def _new() -> bytes:
    """A name that does not exist, in the folder that anybody may write to."""
    return f"/tmp/suluh-lock-{os.getpid()}".encode()  # noqa: S108 # it is there to be refused


def _undone(result: int, undo: Callable[[bytes], None]) -> int:
    """Take back what should have been refused."""
    if result >= 0:
        undo(_new())
    return result


def _closed(result: int) -> int:
    if result >= 0:
        os.close(result)
    return result


def _read() -> int:
    return _closed(call("openat", _HERE, os.fsencode(sys.executable), os.O_RDONLY | os.O_CLOEXEC, 0))


def _write() -> int:
    return _closed(call("openat", _HERE, b"/dev/null", os.O_WRONLY | os.O_CLOEXEC, 0))


def _list() -> int:
    return _closed(call("openat", _HERE, b"/", os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC, 0))


def _make_file() -> int:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC
    return _undone(_closed(call("openat", _HERE, _new(), flags, 0o600)), os.unlink)


def _remove() -> int:
    """A folder that is not empty: without a lock the kernel says so and keeps it."""
    return call("unlinkat", _HERE, _ANY_FOLDER, 0x200)


def _fork() -> int:
    """The child, if there is one after all, ends at once."""
    if number("fork") is None:
        return -errno.EPERM
    result = call("fork")
    if result == 0:
        os._exit(0)
    return result


def _read_parent() -> int:
    """One byte of the parent's memory."""
    byte = ctypes.create_string_buffer(1)
    pair = struct.pack("=QQ", ctypes.addressof(byte), 1)
    vector = ctypes.create_string_buffer(pair, len(pair))
    return call("process_vm_readv", os.getppid(), vector, 1, vector, 1, 0)


def _bind() -> int:
    """A socket with a name in the file system."""
    socket = call("socket", _LOCAL, _STREAM, 0)
    address = struct.pack("=H", _LOCAL) + _new()
    result = _undone(call("bind", socket, address, len(address)), os.unlink)
    os.close(socket)
    return result


def _connect() -> int:
    """A port of this machine on which nothing listens."""
    socket = call("socket", _INTERNET, _STREAM, 0)
    address = struct.pack("=H", _INTERNET) + struct.pack(">H4s8x", 9, b"\x7f\0\0\1")
    result = call("connect", socket, address, len(address))
    os.close(socket)
    return result
