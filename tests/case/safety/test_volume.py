# SPDX-License-Identifier: Apache-2.0
"""Where a case lies is encrypted, plain or unknown, and unknown is never taken for safe."""

from pathlib import Path

import pytest

from suluh.case.safety.volume import Volume, volume_of

LUKS = "CRYPT-LUKS2-0123456789abcdef-luks-home\n"
LINES = """22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
30 22 253:0 / {root}/luks rw - ext4 /dev/mapper/luks-home rw
31 22 253:2 / {root}/upon rw - ext4 /dev/mapper/vg-cases rw
32 22 0:45 / {root}/butter rw - btrfs /dev/mapper/luks-home rw,subvol=/@
33 22 0:46 / {root}/butter/plain rw - btrfs /dev/sdb1 rw
34 22 253:3 / {root}/spread rw - xfs /dev/mapper/vg-spread rw
35 22 0:47 / {root}/memory rw - tmpfs tmpfs rw
36 22 0:48 / {root}/net rw shared:9 - nfs4 server:/cases rw
37 22 0:49 / {root}/fuse rw - fuse.gocryptfs /somewhere rw
38 22 7:0 / {root}/loop rw - ext4 /dev/loop0 rw
39 22 8:17 / {root}/with\\040blank rw - ext4 /dev/sdb1 rw
40 22 8:1 / {root}/over rw - ext4 /dev/sda1 rw
41 22 253:0 / {root}/over rw - ext4 /dev/mapper/luks-home rw
"""
EXPECTED = {
    "": "plain",
    "luks": "encrypted",
    "luks/cases/lp-1": "encrypted",
    "luksury": "plain",
    "upon": "encrypted",
    "butter": "encrypted",
    "butter/plain": "plain",
    "spread": "plain",
    "memory": "unknown",
    "net": "unknown",
    "fuse": "encrypted",
    "loop": "unknown",
    "with blank": "plain",
    "over": "encrypted",
}


def device(devices: Path, number: str, name: str, *below: str, uuid: str = "", mapped: str = "") -> None:
    folder = devices / number
    folder.mkdir(parents=True)
    (folder / "uevent").write_text(f"MAJOR={number.partition(':')[0]}\nDEVNAME={name}\n", "ascii")
    if uuid:
        (folder / "dm").mkdir()
        (folder / "dm" / "uuid").write_text(uuid, "ascii")
        (folder / "dm" / "name").write_text(f"{mapped}\n", "ascii")
    for one in below:
        (folder / "slaves").mkdir(exist_ok=True)
        (folder / "slaves" / one).symlink_to(devices / one)


@pytest.fixture
def machine(tmp_path: Path) -> tuple[Path, Path, Path]:
    """A made-up machine: its mounts, its devices, and where it is mounted."""
    devices = tmp_path / "dev"
    device(devices, "8:1", "sda1")
    device(devices, "8:17", "sdb1")
    device(devices, "253:0", "dm-0", "8:1", uuid=LUKS, mapped="luks-home")
    device(devices, "253:2", "dm-2", "253:0", uuid="LVM-abc", mapped="vg-cases")
    device(devices, "253:3", "dm-3", "253:0", "8:17", uuid="LVM-abd", mapped="vg-spread")
    device(devices, "7:0", "loop0")
    (devices / "7:0" / "loop").mkdir()
    mounts = tmp_path / "mountinfo"
    mounts.write_text(LINES.format(root=tmp_path), "utf-8")
    return mounts, devices, tmp_path


@pytest.mark.parametrize("place", sorted(EXPECTED))
def test_a_place_is_what_lies_below_it(machine, place):
    mounts, devices, root = machine

    assert volume_of(root / place, mounts, devices).state == EXPECTED[place]


def test_a_machine_that_shows_nothing_is_unknown(tmp_path):
    assert volume_of(tmp_path, tmp_path / "none", tmp_path) == Volume("unknown", str(tmp_path))
    (tmp_path / "empty").write_text("", "utf-8")
    assert volume_of(tmp_path, tmp_path / "empty", tmp_path).state == "unknown"


def test_a_line_that_nobody_can_read_is_passed_over(machine):
    mounts, devices, root = machine
    mounts.write_text("nothing\n1 2 3\n" + mounts.read_text("utf-8") + "a - b\n", "utf-8")

    assert volume_of(root / "luks", mounts, devices) == Volume("encrypted", "/dev/mapper/luks-home")
