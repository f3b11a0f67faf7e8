# SPDX-License-Identifier: Apache-2.0
"""Numbers of system calls on the two machines that Suluh runs on, and a way to make one."""

import ctypes
import platform
from typing import NamedTuple

from suluh.model.errors import WorkerCannotStart

_LIBC = ctypes.CDLL(None, use_errno=True)
_LIBC.syscall.restype = ctypes.c_long


class Machine(NamedTuple):
    """What differs between machines: the name the kernel gives it, and which number it has below."""

    audit: int
    column: int


MACHINES = {"x86_64": Machine(0xC000003E, 0), "aarch64": Machine(0xC00000B7, 1)}

# fmt: off
NUMBERS: dict[str, tuple[int | None, int | None]] = {
    "access": (21, None), "add_key": (248, 217), "bind": (49, 200), "bpf": (321, 280), "brk": (12, 214),
    "chroot": (161, 51), "clock_getres": (229, 114), "clock_gettime": (228, 113), "clock_nanosleep": (230, 115),
    "clone": (56, 220), "clone3": (435, 435), "close": (3, 57), "connect": (42, 203), "execve": (59, 221),
    "execveat": (322, 281), "exit": (60, 93), "exit_group": (231, 94), "faccessat": (269, 48),
    "faccessat2": (439, 439), "fadvise64": (221, 223), "fchmod": (91, 52), "fchmodat": (268, 53),
    "fchown": (93, 55), "fchownat": (260, 54), "fcntl": (72, 25), "fdatasync": (75, 83), "fork": (57, None),
    "fstat": (5, 80), "fstatfs": (138, 44), "fsync": (74, 82), "ftruncate": (77, 46), "futex": (202, 98),
    "getcwd": (79, 17), "getdents64": (217, 61), "getegid": (108, 177), "geteuid": (107, 175), "getgid": (104, 176),
    "getpid": (39, 172), "getrandom": (318, 278), "getrusage": (98, 165), "gettid": (186, 178),
    "gettimeofday": (96, 169), "getuid": (102, 174), "io_uring_setup": (425, 425), "ioctl": (16, 29),
    "keyctl": (250, 219), "kill": (62, 129), "landlock_add_rule": (445, 445), "landlock_create_ruleset": (444, 444),
    "landlock_restrict_self": (446, 446), "linkat": (265, 37), "listen": (50, 201), "lseek": (8, 62),
    "lstat": (6, None), "madvise": (28, 233), "memfd_create": (319, 279), "mkdirat": (258, 34),
    "mknodat": (259, 33), "mmap": (9, 222), "mount": (165, 40), "mprotect": (10, 226), "mremap": (25, 216),
    "munmap": (11, 215), "nanosleep": (35, 101), "newfstatat": (262, 79), "open": (2, None), "openat": (257, 56),
    "perf_event_open": (298, 241), "poll": (7, None), "ppoll": (271, 73), "prctl": (157, 167), "pread64": (17, 67),
    "preadv": (295, 69), "preadv2": (327, 286), "prlimit64": (302, 261), "process_vm_readv": (310, 270),
    "ptrace": (101, 117), "pwrite64": (18, 68), "read": (0, 63), "readlink": (89, None), "readlinkat": (267, 78),
    "readv": (19, 65), "recvfrom": (45, 207), "recvmsg": (47, 212), "renameat2": (316, 276),
    "restart_syscall": (219, 128), "rt_sigaction": (13, 134), "rt_sigprocmask": (14, 135),
    "rt_sigreturn": (15, 139), "sched_getaffinity": (204, 123), "sched_yield": (24, 124), "seccomp": (317, 277),
    "sendmsg": (46, 211), "sendto": (44, 206), "setns": (308, 268), "setuid": (105, 146), "sigaltstack": (131, 132),
    "socket": (41, 198), "stat": (4, None), "symlinkat": (266, 36), "sysinfo": (99, 179), "tgkill": (234, 131),
    "truncate": (76, 45), "uname": (63, 160), "unlink": (87, None), "unlinkat": (263, 35), "unshare": (272, 97),
    "userfaultfd": (323, 282), "utimensat": (280, 88), "write": (1, 64), "writev": (20, 66),
}
# fmt: on
"""Number on x86_64 and on aarch64; null where the machine has no such call."""


def machine() -> Machine:
    """This machine. Raises `WorkerCannotStart` on one whose calls are not known here."""
    found = MACHINES.get(platform.machine())
    if found is None:
        raise WorkerCannotStart(f"workers cannot be locked on {platform.machine()}: use x86_64 or aarch64")
    return found


def number(name: str) -> int | None:
    """The number of a call on this machine."""
    return NUMBERS[name][machine().column]


def call(name: str, *arguments: int | bytes | ctypes.Array[ctypes.c_char] | None) -> int:
    """Make a system call; an error comes back as its negative number."""
    wide = [ctypes.c_long(one) if isinstance(one, int) else one for one in arguments]
    wanted = number(name)
    if wanted is None:
        raise WorkerCannotStart(f"this machine has no call {name}: the table of calls is wrong")
    result = int(_LIBC.syscall(ctypes.c_long(wanted), *wide))
    return -ctypes.get_errno() if result == -1 else result
