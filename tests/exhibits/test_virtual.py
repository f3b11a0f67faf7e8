# SPDX-License-Identifier: Apache-2.0
"""Disks of virtual machines, of Apple and of Android give the files of the same disk byte for byte."""

import io
import random
from itertools import product

import pytest
from tests.each import each

from suluh.exhibits.containers.disk import _VIRTUAL
from suluh.exhibits.disks import sleuthkit
from suluh.exhibits.marks import kind_of
from suluh.exhibits.members import Ends
from suluh.exhibits.shut import why_shut

from .conftest import listing
from .disks_made import fat, partitioned
from .virtual_made import dmg, qcow, sparse, vdi, vhd, vmdk

pytestmark = pytest.mark.skipif(not sleuthkit.is_installed(), reason="the extra `images` is not installed here")
FILES = {
    "A.TXT": b"paket 40 file 50rb\n" * 40,
    "DCIM/B.BIN": bytes(number * number % 251 for number in range(150_000)),
    "C.BIN": b"\7\1\2\3" * 20_000,
}
DISK = partitioned((1, fat(FILES)))
FORMS = {
    "vhd": vhd,
    "vhd of one size": lambda disk: vhd(disk, kind=2),
    "vdi": vdi,
    "qcow2": qcow,
    "packed qcow2": lambda disk: qcow(disk, packed=True),
    "vmdk": vmdk,
    "packed vmdk": lambda disk: vmdk(disk, packed=True),
    "dmg": dmg,
    "sparse": sparse,
}


def disk_of(raw):
    """The disk in an image."""
    kind = kind_of(raw[:65536], raw[-65536:])
    return _VIRTUAL[kind.mark](io.BytesIO(raw))


@pytest.mark.parametrize("form", sorted(FORMS))
def test_the_disk_is_the_same_byte_for_byte_and_so_are_its_files(form):
    raw = FORMS[form](DISK)

    found = listing(raw)

    assert disk_of(raw).read()[: len(DISK)] == DISK
    assert found.data == listing(DISK).data
    assert sorted(found.data.values()) == sorted(FILES.values())
    assert found.containers[b"a.zip"] == "virtual"


@pytest.mark.parametrize("form", sorted(FORMS))
def test_without_the_extra_it_says_so(form, monkeypatch):
    raw = FORMS[form](DISK)
    ends = Ends(raw[:65536], raw[-65536:])
    assert why_shut(ends) is None

    monkeypatch.setattr(sleuthkit, "_TSK", None)

    assert "install `suluh[images]`" in why_shut(ends)


@pytest.mark.parametrize("raw", [vhd(DISK, kind=4), qcow(DISK, backing=300)])
def test_one_that_only_differs_from_another_says_so(raw):
    assert "it holds only what differs from another image" in listing(raw).flaws["a.zip"][0]


@each("form, seed", product(sorted(set(FORMS) - {"vhd of one size"}), range(15)))
def test_a_damaged_image_raises_nothing_and_ends(form, seed):
    raw = bytearray(FORMS[form](DISK))
    draw = random.Random(seed)  # noqa: S311 # damage, not secrets
    for _ in range(draw.randrange(1, 60)):
        raw[draw.randrange(4, 9000) if seed % 2 else -draw.randrange(1, 9000)] = draw.randrange(256)

    listing(bytes(raw[: draw.randrange(5000, len(raw))] if seed % 3 == 0 else raw))
