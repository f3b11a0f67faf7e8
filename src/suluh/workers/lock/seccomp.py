# SPDX-License-Identifier: Apache-2.0
"""Seccomp: an allow-list of system calls; every other one is refused with EPERM."""

import ctypes
import errno
import os
import struct
from collections.abc import Iterator
from typing import NamedTuple

from suluh.model.errors import WorkerCannotStart
from suluh.workers.lock.syscalls import call, machine, number

# fmt: off
ALWAYS = (
    "brk", "clock_getres", "clock_gettime", "clock_nanosleep", "close", "exit", "exit_group", "fadvise64",
    "fstat", "futex", "getegid", "geteuid", "getgid", "getpid", "getrandom", "getrusage", "gettid",
    "gettimeofday", "getuid", "lseek", "madvise", "mremap", "munmap", "nanosleep", "poll", "ppoll", "pread64",
    "preadv", "preadv2", "read", "readv", "recvfrom", "recvmsg", "restart_syscall", "rt_sigaction",
    "rt_sigprocmask", "rt_sigreturn", "sched_getaffinity", "sched_yield", "sendmsg", "sendto", "sigaltstack",
    "sysinfo", "uname", "write", "writev",
)
"""Memory, time, and reading and writing of descriptors that are already open."""

IN_SCRATCH = (
    "access", "faccessat", "faccessat2", "fchmod", "fchown", "fdatasync", "fstatfs", "fsync", "ftruncate",
    "getcwd", "getdents64", "lstat", "newfstatat", "open", "openat", "pwrite64", "readlink", "readlinkat", "stat",
    "unlink", "unlinkat",
)
"""What SQLite needs besides, in the folders that Landlock leaves open."""
# fmt: on

_LOAD, _EQUAL, _ANY_BIT, _RETURN = 0x20, 0x15, 0x45, 0x06
_ALLOW, _ERRNO, _KILL = 0x7FFF0000, 0x00050000, 0x80000000
_REFUSE = _ERRNO | errno.EPERM
_OFFSET_OF_CALL, _OFFSET_OF_MACHINE, _OFFSET_OF_ARGUMENTS = 0, 4, 16
_EXECUTABLE = 4
_EMPTY_PATH = 0x1000
_SET_MODE_FILTER = 1

Instruction = tuple[int, int, int, int]


class If(NamedTuple):
    """A call that is allowed for some values of one argument."""

    name: str
    argument: int
    without: int = 0
    """Allowed unless one of these bits is set."""

    with_bit: int = 0
    """Allowed only if this bit is set."""

    one_of: tuple[int, ...] = ()
    """Allowed only with one of these values."""


def conditions(pid: int, *, scratch: bool) -> tuple[If, ...]:
    """Calls of which only some uses are harmless."""
    locks = (5, 6, 7, 36, 37, 38) if scratch else ()
    return (
        If("mmap", 2, without=_EXECUTABLE),
        If("mprotect", 2, without=_EXECUTABLE),
        If("newfstatat", 3, with_bit=_EMPTY_PATH),
        If(
            "fcntl", 1, one_of=(1, 2, 3, 4, 1030, *locks)
        ),  # flags of a descriptor, and a copy of it; not who gets its signals
        If("ioctl", 1, one_of=(0x5450, 0x5451)),  # close on exec, or not
        If("prlimit64", 2, one_of=(0,)),  # read a limit, never set one
        If("tgkill", 0, one_of=(pid,)),  # abort() ends this process itself
    )


def restrict(pid: int, *, scratch: bool = False) -> None:
    """Refuse from now on every call that is not allowed here. Raises `WorkerCannotStart`."""
    code = b"".join(struct.pack("=HBBI", *one) for one in program(pid, scratch=scratch))
    instructions = ctypes.create_string_buffer(code, len(code))
    head = struct.pack("=HxxxxxxQ", len(code) // 8, ctypes.addressof(instructions))
    result = call("seccomp", _SET_MODE_FILTER, 0, ctypes.create_string_buffer(head, len(head)))
    if result < 0:
        reason = os.strerror(-result)
        raise WorkerCannotStart(f"the kernel refuses a seccomp filter ({reason}): no worker is started without it")


def program(pid: int, *, scratch: bool) -> Iterator[Instruction]:
    """The filter, as instructions of the kernel's packet filter."""
    yield (_LOAD, 0, 0, _OFFSET_OF_MACHINE)
    yield (_EQUAL, 1, 0, machine().audit)
    yield (_RETURN, 0, 0, _KILL)
    yield (_LOAD, 0, 0, _OFFSET_OF_CALL)
    for name in ALWAYS + (IN_SCRATCH if scratch else ()):
        yield from _allow(name)
    for one in conditions(pid, scratch=scratch):
        if not (scratch and one.name in IN_SCRATCH):
            yield from _allow_if(one)
    yield (_RETURN, 0, 0, _REFUSE)


def _allow(name: str) -> Iterator[Instruction]:
    wanted = number(name)
    if wanted is not None:
        yield (_EQUAL, 0, 1, wanted)
        yield (_RETURN, 0, 0, _ALLOW)


def _allow_if(one: If) -> Iterator[Instruction]:
    """Look at one argument (its lower half first) of one call; the branch always returns."""
    wanted = number(one.name)
    if wanted is None:
        return
    test = list(_test(one))
    yield (_EQUAL, 0, len(test), wanted)
    yield from test


def _test(one: If) -> Iterator[Instruction]:
    low = _OFFSET_OF_ARGUMENTS + 8 * one.argument
    if one.one_of == (0,):
        yield (_LOAD, 0, 0, low + 4)
        yield (_EQUAL, 1, 0, 0)
        yield (_RETURN, 0, 0, _REFUSE)
    yield (_LOAD, 0, 0, low)
    if one.without:
        yield (_ANY_BIT, 0, 1, one.without)
        yield (_RETURN, 0, 0, _REFUSE)
        yield (_RETURN, 0, 0, _ALLOW)
        return
    if one.with_bit:
        yield (_ANY_BIT, 0, 1, one.with_bit)
        yield (_RETURN, 0, 0, _ALLOW)
    for value in one.one_of:
        yield (_EQUAL, 0, 1, value)
        yield (_RETURN, 0, 0, _ALLOW)
    yield (_RETURN, 0, 0, _REFUSE)
