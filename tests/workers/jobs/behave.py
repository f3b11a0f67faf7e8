# SPDX-License-Identifier: Apache-2.0
# ruff: noqa: ARG001, PTH116, PTH123, PTH208, S108, S606, SIM115, PLW0108
"""A job of tests that does what its file says, as a parser that a hostile file has taken over might."""

import ctypes
import gc
import os
import socket
import time

from suluh.model.ids import make_id, record_id
from suluh.model.intake import Flaw, Outcome
from suluh.model.people import Decision
from suluh.model.place import at
from suluh.workers.wire import wire


def warm():
    """Nothing to load."""


def work(source):
    act, _, argument = source.head.decode().strip().partition(" ")
    yield from ACTS[act](source, argument)


def said(source, text, position="0"):
    place = at("flaw", source.place(), position)
    return Flaw(id=record_id("flaw", source.file, position), step="test", reason=text, place=place)


def say(source, argument):
    yield said(source, argument)


def twice(source, argument):
    yield said(source, "one", "line:7")
    yield said(source, "one", "line:7")
    yield said(source, "other", "line:7")


def slow(source, argument):
    time.sleep(float(argument))
    yield said(source, "slow")


def many(source, argument):
    for number in range(int(argument)):
        yield said(source, f"{number} " + "x" * 1000, str(number))


def many_then_die(source, argument):
    yield from many(source, argument)
    source._desk.channel.flush()
    os._exit(3)


def long_record(source, argument):
    yield said(source, "x" * int(argument))


def hang(source, argument):
    yield said(source, "before")
    time.sleep(1000)


def hog(source, argument):
    held = []
    while True:
        held.append(bytearray(50 << 20))
    yield said(source, "never")


def leave(source, argument):
    os._exit(int(argument))
    yield said(source, "never")


def crash(source, argument):
    ctypes.string_at(8)
    yield said(source, "never")


def fail(source, argument):
    raise LookupError(argument)
    yield said(source, "never")


def about_another(source, argument):
    other = make_id("file", "another")
    yield Outcome(id=make_id("outcome", other), file=other, state="read")


def elsewhere(source, argument):
    place = source.place()
    yield Flaw(
        id="x", step="test", reason="", place=type(place)(exhibit="B-9", acquisition="1", path="x", file=place.file)
    )


def decide(source, argument):
    yield Decision(id="x", act="confirm", left="a", by="b", at="c", order=1)


def babble(source, argument):
    source._desk.channel.send(wire.NOUNS, source._desk.number, b'{"noun":"flaw/1"}')
    yield said(source, "after")


def flood(source, argument):
    source._desk.channel._end.sendall(wire._HEAD.pack(1 << 30, wire.NOUNS, 0))
    yield said(source, "after")


def out_of_turn(source, argument):
    source._desk.channel.send(wire.DONE, source._desk.number + 1)
    yield said(source, "after")


def try_everything(source, argument):
    tries = {
        "read": lambda: open("/etc/passwd", "rb"),
        "stat": lambda: os.stat("/etc/passwd"),
        "write": lambda: open("/tmp/suluh-was-here", "wb"),
        "list": lambda: os.listdir("/"),
        "socket": lambda: socket.socket(),
        "fork": os.fork,
        "exec": lambda: os.execv("/bin/true", ["true"]),
        "kill": lambda: os.kill(os.getppid(), 0),
        "change": lambda: os.fchmod(source._outermost.number, 0o777),
        "cut": lambda: os.ftruncate(source._outermost.number, 0),
        "memory": lambda: os.memfd_create("x"),
    }
    for name, attempt in tries.items():
        try:
            attempt()
        except OSError as error:
            yield said(source, f"{name}: {type(error).__name__}", name)
        else:
            yield said(source, f"{name}: allowed", name)


def look(source, argument):
    yield said(source, f"{source.path} {source.inside} {source.size} {sorted(source.names)} {','.join(source.kinds)}")


def circles(source, argument):
    yield said(source, f"looks for circles: {gc.isenabled()}")


def parts(source, argument):
    with source.whole() as file:
        size = file.seek(0, 2)
    time.sleep(float(argument))
    yield said(source, f"{size} bytes")


def beside(source, argument):
    found = source.beside(argument)
    yield said(source, "nothing" if found is None else found.open().read().decode())
    if found is not None:
        yield said(found, "sibling")


def read_twice(source, argument):
    with source.open() as one, source.open() as other:
        one.read(3)
        yield said(source, f"{other.read(3)!r} {one.read(3)!r} {one.seek(0, 2)}")


ACTS = {name: act for name, act in list(globals().items()) if callable(act)}
