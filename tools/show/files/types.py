# SPDX-License-Identifier: Apache-2.0
"""Media types of made-up pictures in every form and colour written here, beside what the program `file` says."""

import io
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from PIL import Image, features
from tools.show.line import Line

from suluh.exhibits.types import media_type

FORMS = (
    "JPEG",
    "PNG",
    "GIF",
    "WEBP",
    "BMP",
    "TIFF",
    "ICO",
    "PPM",
    "TGA",
    "JPEG2000",
    "PCX",
    "DDS",
    "SGI",
    "MPO",
    "AVIF",
)
COLOURS = ("1", "L", "P", "RGB", "RGBA", "CMYK", "I;16")
SIZES = ((16, 16), (64, 48), (255, 300), (640, 480))
SHARE = 0.995


def types(scratch: Path) -> Iterator[Line]:
    """Of what is a picture, how much is counted as one; and how often `file` says another class."""
    made = list(_made())
    missed = [name for name, raw in made if not media_type(raw[:65536]).startswith("image/")]
    share = 1 - len(missed) / len(made)
    figure = f"{share:.4f} of {len(made)}" + (f", not {', '.join(missed[:5])}" if missed else "")
    yield Line("made-up pictures counted as pictures", figure, f">= {SHARE}", share >= SHARE)
    if shutil.which("file") is None:
        yield Line("classes as the program `file` tells them", "`file` is not installed", f">= {SHARE}", is_met=False)
        return
    for name, raw in made:
        (scratch / name).write_bytes(raw)
    said = _said(scratch, [name for name, _ in made])
    others = [name for name, raw in made if said[name] != media_type(raw[:65536]).partition("/")[0]]
    better = [name for name in others if said[name] != "image"]
    worse = len(others) - len(better)
    figure = (
        f"{len(made) - len(others)} alike, {len(better)} that `file` does not know as pictures, {worse} the other way"
    )
    yield Line("classes as the program `file` tells them", figure, "0 the other way", not worse)


def _made() -> Iterator[tuple[str, bytes]]:
    slope = Image.linear_gradient("L")
    whole = Image.merge("RGBA", (slope, Image.radial_gradient("L"), slope.rotate(90), slope.rotate(180)))
    for form in FORMS:
        if form == "AVIF" and not features.check("avif"):
            continue
        for colour in COLOURS:
            for size in SIZES:
                written = io.BytesIO()
                try:
                    whole.convert("L" if colour == "I;16" else colour).convert(colour).resize(size).save(written, form)
                except (OSError, ValueError, KeyError, SystemError):
                    continue  # this form has no such colours
                yield f"{form}-{colour.replace(';', '-')}-{size[0]}", written.getvalue()


def _said(folder: Path, names: list[str]) -> dict[str, str]:
    """The class of each file, as `file` says it."""
    told = subprocess.run(
        ["file", "--mime-type", "-b", "--", *names], cwd=folder, capture_output=True, text=True, check=True
    )
    return {name: line.partition("/")[0] for name, line in zip(names, told.stdout.splitlines(), strict=True)}
