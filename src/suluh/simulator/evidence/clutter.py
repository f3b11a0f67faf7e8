# SPDX-License-Identifier: Apache-2.0
"""What else lies on a real device: system files, copies, empty and odd files, broken ones."""

from suluh.simulator.dice import Dice
from suluh.simulator.evidence.devices import Seizure
from suluh.simulator.evidence.tree import Tree
from suluh.simulator.world.stage import Stage

COPIES = 0.1
EDITED = 5
"""Sizes in which one picture lies about."""

ODD_NAMES = ("Foto \u00e9\u4e2d (1).jpg", " dua  spasi .txt", "caf\udce9.txt", "-rf.txt", "baris\nbaru.txt")
"""Other scripts, spaces, bytes that are not UTF-8, a dash in front, a line break."""


def clutter(tree: Tree, stage: Stage, seizure: Seizure, dice: Dice) -> None:
    """Strew it over one device."""
    computer = seizure.talk == "telegram"
    home, loads = ("Users/made-up", "Users/made-up/Downloads") if computer else ("DCIM", "Download")
    for path, data in sorted(stage.system.items()):
        tree.put(f"Windows/{path}" if computer else path, data, "benign")
    _copies(tree, stage, f"{home}/Pictures" if computer else "DCIM/Camera", dice)
    for name in (".nomedia", "empty.txt", "thumbs.db"):
        tree.put(f"{home}/{name}", b"", "empty")
    for number, name in enumerate(ODD_NAMES):
        tree.put(f"{loads}/odd/{name}", f"catatan {seizure.label} {number}\n".encode(), "odd")
    private = stage.gallery.new("jpg")
    tree.put(f"{loads}/cut.jpg", private.data[: len(private.data) // 2], "truncated")
    tree.put(f"{loads}/unknown.bin", b"\x00MADEUP\x01" + dice.raw(3_000), "unknown")
    if not computer:
        tree.put("data/data/com.whatsapp/files/Backups/msgstore.db.crypt15", dice.raw(4_096), "encrypted")


def _copies(tree: Tree, stage: Stage, folder: str, dice: Dice) -> None:
    """Exact copies and near duplicates of pictures that lie elsewhere, and some that are nobody's trade."""
    by_digest = {
        picture.sha256: picture for picture in [*stage.gallery.pictures, *stage.wallpapers, *stage.props.pictures]
    }
    held = sorted({file.sha256 for file in tree.files if file.kind == "picture"})
    for digest in held:
        if dice.chance(COPIES):
            picture = by_digest[digest]
            tree.put(f"{folder}/Copy/{picture.key}.{picture.suffix}", picture.data, "picture")
    for digest in held[:1]:
        for again in [stage.gallery.variant(by_digest[digest]) for _ in range(EDITED)]:
            tree.put(f"{folder}/Edited/{again.key}.jpg", again.data, "picture")
    tree.put(f"{folder}/IMG_20260101_101112.jpg", stage.gallery.new("jpg").data, "picture")
    texts = [file for file in tree.files if file.kind == "whatsapp-text" and file.inside is None]
    for file in texts[:1]:
        tree.put(f"Documents/backup/{file.path.rpartition('/')[2]}", (tree.root / file.path).read_bytes(), "copy")
