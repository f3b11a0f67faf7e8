# SPDX-License-Identifier: Apache-2.0
"""The languages: both catalogues load, and say of each sentence the same figures and names."""

import io
import re
from collections.abc import Iterator
from importlib.resources import files

from babel.messages.pofile import read_po

from suluh.referral.papers.known import Both
from suluh.trial.line import Line, share
from suluh.trial.part import Part
from suluh.trial.setting import Setting

CATALOGUES = ("suluh.po", "reasons.po", "refusals.po")
_FILLED = re.compile(r"%\(\w+\)s|\{\w*\}")
"""What stands for a figure or a name in a sentence."""


class Language(Part):
    """What an officer reads is there in Indonesian as in English."""

    name = "language"
    place = 7
    title = Both("Bahasa", "Languages")
    untested = Both(
        "Apakah terjemahannya baik; huruf yang ditampilkan layar.",
        "Whether a translation is good; fonts of the screen.",
    )

    def lines(self, setting: Setting) -> Iterator[Line]:
        """Each catalogue."""
        del setting
        for name in CATALOGUES:
            every = list(_messages(name))
            right = sum(bool(there) and _filled(here) == _filled(there) for here, there in every)
            what = Both(f"kalimat {name} lengkap dalam bahasa Indonesia", f"sentences of {name} whole in Indonesian")
            yield share(what, right, len(every))


def _messages(name: str) -> Iterator[tuple[str, str]]:
    """Every sentence of a catalogue in both languages."""
    raw = (files("suluh") / "desk" / "locale" / "id" / "LC_MESSAGES" / name).read_bytes()
    return ((str(one.id), str(one.string)) for one in read_po(io.BytesIO(raw), locale="id") if one.id)


def _filled(sentence: str) -> set[str]:
    return set(_FILLED.findall(sentence))
