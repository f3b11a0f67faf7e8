# SPDX-License-Identifier: Apache-2.0
"""The base install: its page, its licences, its size."""

import re
import sys
import tomllib
from pathlib import Path

import pytest
from tools import dependencies
from tools.dependencies import Part, faults, parts, text

ROOT = Path(__file__).parent.parent
LOCK = (ROOT / "requirements.lock").read_text("ascii")


@pytest.fixture(scope="module")
def base() -> tuple[Part, ...]:
    return parts(LOCK)


def test_the_base_install_has_no_fault(base):
    assert faults(base) == []


@pytest.mark.skipif(sys.version_info[:2] != (3, 11), reason="the page is written with Python 3.11")
def test_the_page_is_what_the_lock_and_the_installed_packages_say(base):
    assert (ROOT / "docs" / "dependencies.md").read_text("utf-8") == text(base), "run `make dependencies`"


def test_everything_asked_for_by_name_says_what_it_is_for():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = {re.split(r"[^a-z0-9-]", line)[0] for line in project["dependencies"]}

    assert wanted | {"setuptools"} == set(dependencies.FOR)


PLANTED = {
    "GPL": (Part("planted", ("1",), "GPL-3.0-or-later"), "planted is under GPL"),
    "AGPL": (Part("planted", ("1",), "AGPL-3.0-only"), "planted is under AGPL"),
    "a classifier": (Part("planted", ("1",), "GNU General Public License v3 (GPLv3)"), "planted is under GNU"),
    "both": (Part("planted", ("1",), "LGPL-3.0-only AND GPL-2.0-only"), "planted is under LGPL"),
    "no licence": (Part("planted", ("1",), "not stated"), "planted states no licence"),
    "x265": (Part("planted", ("1",), "MIT", libraries=("libx265",)), "libx265, which is under the GPL"),
    "x264": (Part("planted", ("1",), "MIT", libraries=("libx264",)), "libx264, which is under the GPL"),
    "an encoder by another name": (
        Part("planted", ("1",), "MIT", encoders=("libfine.so",)),
        "under the GPL in libfine",
    ),
}


@pytest.mark.parametrize("fault", sorted(PLANTED))
def test_a_planted_licence_is_found(fault, base):
    part, sentence = PLANTED[fault]

    [found] = faults([*base, part])

    assert sentence in found


@pytest.mark.parametrize("licence", ["LGPL-3.0-or-later", "GNU Lesser General Public License v3 (LGPLv3)", "MIT"])
def test_other_licences_are_no_fault(licence):
    assert faults([Part("planted", ("1",), licence)]) == []


def test_a_crowd_is_a_fault():
    assert faults([Part(str(number), ("1",), "MIT") for number in range(61)]) == ["61 distributions are more than 60"]


def test_an_encoder_inside_a_library_is_found_whatever_its_name(tmp_path):
    library = tmp_path / "libfine.so"
    library.write_bytes(b"\x7fELF" + bytes(9000) + b"x265_encoder_open_215" + bytes(9))

    assert dependencies._encodes(library)
    library.write_bytes(bytes(20_000))
    assert not dependencies._encodes(library)
