# SPDX-License-Identifier: Apache-2.0
"""Whether a key is an officer's own: the fingerprint that they read out, compared before anything is kept."""

import sys
from typing import Annotated

import typer

from suluh.desk.printing import say
from suluh.model.errors import Misuse
from suluh.unit.officers import check_heard

Fingerprint = Annotated[
    str | None,
    typer.Option(
        "--fingerprint",
        metavar="FPR",
        help="The fingerprint as you heard it from the officer; else it is shown and asked, at a terminal only.",
        show_default=False,
    ),
]


def compare(code: str, fingerprint: str, heard: str | None) -> None:
    """Compare the key at hand with what was heard, or show it and ask. Raises `NotAllowed`, `Misuse`."""
    if heard is not None:
        check_heard(code, fingerprint, heard)
        return
    if not sys.stdin.isatty():
        raise Misuse(f"nobody compared the key of {code}: give --fingerprint as {code} read it out to you")
    say(f"The key of {code} that lies here has the fingerprint {fingerprint}.")
    if not typer.confirm(f"Did {code} read out the very same to you?", err=True):
        raise Misuse(f"the key of {code} was not compared: nothing was done")
