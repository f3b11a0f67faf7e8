# SPDX-License-Identifier: Apache-2.0
"""Pictures of every format are hashed in a locked worker as they are outside of one."""

import hashlib
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from suluh.hashing.pictures import animation
from suluh.hashing.pictures.facts import facts
from suluh.hashing.pictures.picture import fingerprint
from suluh.model.evidence.work import Target
from suluh.model.intake import File, Flaw
from suluh.workers.pool import Pool

MOVING = ("AVIF", "GIF", "PNG", "WEBP")
KINDS = ("AVIF", "BMP", "GIF", "JPEG", "JPEG2000", "PNG", "PPM", "TIFF", "WEBP")
HEIC = Path(__file__).parents[1] / "data" / "hashing" / "heic"
NAME = "cd" * 32


@pytest.fixture
def tree(tmp_path: Path, scene: Image.Image, encode: Callable[..., io.BytesIO]) -> Path:
    folder = tmp_path / "exhibit"
    folder.mkdir()
    bars = Image.new("RGB", (640, 900))
    bars.paste(scene.resize((640, 480)), (0, 200))
    for kind in KINDS:
        (folder / kind).write_bytes(encode(bars, kind).getvalue())
    for kind in MOVING:
        small, other = scene.resize((160, 120)), scene.resize((160, 120)).rotate(180)
        moving = encode(small, kind, save_all=True, append_images=[other], duration=100)
        (folder / f"moving {kind}").write_bytes(moving.getvalue())
    for path in sorted(HEIC.iterdir()):
        (folder / path.name).write_bytes(path.read_bytes())
    whole = (folder / "JPEG").read_bytes()
    (folder / "cut").write_bytes(whole[:4000])
    (folder / "most").write_bytes(whole[: len(whole) * 9 // 10])
    (folder / "lab").write_bytes(encode(lab(bars), "TIFF").getvalue())
    return folder


def lab(picture: Image.Image) -> Image.Image:
    """The same in colours that need a module of the library's own to be turned into red, green and blue."""
    profiles = ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB")
    found = ImageCms.profileToProfile(picture, *profiles, outputMode="LAB")
    assert found is not None
    return found


def test_every_format_is_hashed_behind_the_lock_as_in_front_of_it(tree: Path, tmp_path: Path) -> None:
    moving = [f"moving {kind}" for kind in MOVING]
    names = [*KINDS, *moving, "cut", "lab", "most", *sorted(path.name for path in HEIC.iterdir())]
    files = [File(id=name, exhibit="B-1", acquisition="1", path=name.encode(), order=1) for name in names]
    content = {name: hashlib.sha256((tree / name).read_bytes()).hexdigest() for name in names}
    targets = [Target(file=one, type="image/jpeg", mode="fast", content=content[one.id]) for one in files]
    with Pool(1, {("B-1", "1"): bytes(tree)}, tmp_path / "work") as pool:
        answers = {answer.target.file.id: answer for answer in pool.run("suluh.case.jobs.picture", targets)}

    for name in names:
        data = (tree / name).read_bytes()
        expected = fingerprint(content[name], io.BytesIO(data))
        frames = tuple(animation.fingerprints(content[name], io.BytesIO(data)))
        nouns = (expected, *frames, facts(content[name], io.BytesIO(data)))
        answer = tuple(one for one in answers[name].nouns if not isinstance(one, Flaw))
        assert (answers[name].failure, answer) == (None, nouns)
        assert (len(answers[name].nouns) > len(answer)) == (name == "most")
        assert len(frames) == (2 if name in moving else 0)
        assert (expected.value is None) == (name == "cut")
        assert (expected.cut is not None) == (name in {*KINDS, "lab", "most"})
