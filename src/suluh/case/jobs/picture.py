# SPDX-License-Identifier: Apache-2.0
"""Hashes one picture by what it shows; `settings` gives mode and content: `fast:` or `full:` and a SHA-256."""

from collections.abc import Iterator

from suluh.hashing import picture
from suluh.hashing.facts import facts
from suluh.model.body import Noun
from suluh.model.source import Source


def warm() -> None:
    """Load the decoders and compile the kernels."""
    picture.warm()


def work(source: Source) -> Iterator[Noun]:
    """Every perceptual hash of one picture, or the recorded absence of one; once, what its header says."""
    mode, _, sha256 = source.settings.partition(":")
    with source.open() as file:
        yield from picture.fingerprints(sha256, file, full=mode == "full")
    if mode != "full":
        with source.open() as file:
            yield facts(sha256, file)
