# SPDX-License-Identifier: Apache-2.0
"""What a worker says has the form that later steps count on."""

import hashlib
from types import SimpleNamespace

import msgspec
import pytest
from tests.workers.jobs import hostile

from suluh.model.body import body
from suluh.model.evidence.work import Target
from suluh.model.intake import place_of
from suluh.model.talk import Attachment
from suluh.model.times import When
from suluh.workers.wire.check import Check, NotItsOwn

ODD = {
    "amount": ("payment", {"amount_minor": 10**15}),
    "balance": ("payment", {"balance_after_minor": -(10**4000 // 7)}),
    "opening": ("statement", {"opening_minor": 1 << 70}),
    "size": ("content", {"size": 1 << 63}),
    "line": ("message", {"attachments": (Attachment(state="named", size=10**18),)}),
    "moment": ("fingerprint", {"width": 1 << 64}),
    "sha256": ("content", {"sha256": "zz"}),
    "capital": ("content", {"md5": "A" * 32}),
    "value": ("fingerprint", {"value": "g" * 64, "reason": None}),
    "forms": ("fingerprint", {"forms": ("00",)}),
    "attachment": ("message", {"attachments": (Attachment(state="named", sha256="x"),)}),
    "instant": ("message", {"sent": When(written="", at="2025-09-01T03:00:00")}),
    "local": ("message", {"sent": When(written="", local="yesterday")}),
    "zoned": ("payment", {"at": When(written="", local="2025-09-01T03:00:00+07:00")}),
    "booked": ("payment", {"booked": "2025-13-45"}),
    "period": ("statement", {"period_to": "2025"}),
    "taken": ("facts", {"taken": When(written="", local="2025-02-30T00:00:00")}),
}
LOOKS, READS = {"facts", "fingerprint"}, {*hostile.PLACED, "outcome"}


@pytest.mark.parametrize("odd", ODD)
def test_what_later_steps_would_stumble_over_is_not_taken(bench, odd):
    kind, fields = ODD[odd]
    content = "a" * 64 if kind in LOOKS | READS else None
    one = Target(file=bench.file("a"), content=content, mode="full" if kind in LOOKS else None)
    seen = SimpleNamespace(item=one.file, file=one.file.id, content=content, place=lambda: place_of(one.file))
    check = Check(one)
    for noun in hostile.before(kind, seen):
        check.read(body(noun))

    with pytest.raises(NotItsOwn, match="that is none"):
        check.read(body(msgspec.structs.replace(hostile.true(kind, seen), **fields)))


def test_a_long_number_in_a_text_is_a_text(bench):
    one = Target(file=bench.file("a"), content="a" * 64)
    seen = SimpleNamespace(item=one.file, file=one.file.id, place=lambda: place_of(one.file))
    said = msgspec.structs.replace(hostile.true("message", seen), text=":" + "9" * 5_000)

    assert Check(one).read(body(said)) == said


@pytest.mark.usefixtures("forked")
@pytest.mark.parametrize(
    ("odd", "why"),
    [
        ("time", "a time in it is none"),
        ("number", "a number in this Message cannot be written: "),
        ("long", "a record of 2000"),
    ],
)
def test_a_reader_s_odd_record_is_a_flaw_and_the_file_is_read_on(bench, odd, why):
    bench.write("a", f"message odd {odd}")
    content = hashlib.sha256(f"message odd {odd}".encode()).hexdigest()

    [answer] = bench.run("hostile", Target(file=bench.file("a"), content=content))

    assert answer.failure is None
    [flaw, after] = answer.nouns
    assert flaw.reason.removeprefix("a record was left out: ").startswith(why)
    assert after.text == "paket 40 file 50rb"
    assert flaw.raw == {"time": after.text, "long": "x" * 500}.get(odd)
