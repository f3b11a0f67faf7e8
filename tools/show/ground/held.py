# SPDX-License-Identifier: Apache-2.0
"""Lines that tests hold: every one of them ran, and passed."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tools.show.line import ROOT, Line

PASSED = re.compile(r"\b(\d+) passed\b")
KINDS = "tests/custody/test_tamper_kinds.py"
PROOF = "tests/case/test_proof.py"


def acts(_: Path) -> Iterator[Line]:
    """What no table of acts knows, by `keep` and by `verify`."""
    yield held(
        "an unknown act, and a known one with a noun not its own: refused when entered",
        f"{KINDS}::test_an_act_that_nothing_defines_is_refused",
        f"{KINDS}::test_a_deed_with_a_noun_that_is_not_its_own_is_refused",
        f"{KINDS}::test_a_look_is_never_named_like_a_step",
    )
    yield held(
        "the same forged past every check: found by `verify`",
        f"{KINDS}::test_a_forged_entry_of_no_known_deed_is_named",
        f"{KINDS}::test_a_forged_entry_with_a_noun_that_is_not_its_own_is_named",
    )


def ids(_: Path) -> Iterator[Line]:
    """Two bodies under one id."""
    yield held("two bodies under one id: none passes in silence", "tests/case/test_second.py")


def snapshot(_: Path) -> Iterator[Line]:
    """What a step took is what was signed."""
    yield held(
        "rows taken out during an honest run and put back: found",
        f"{PROOF}::test_rows_that_were_gone_during_a_run_and_lie_there_again_are_found",
        f"{PROOF}::test_a_row_that_is_gone_during_a_run_stops_it",
        f"{PROOF}::test_rows_of_a_replaced_batch_that_lie_there_again_stop_the_run",
    )
    yield held(
        "a batch of `read` replaced without a correction: found",
        f"{KINDS}::test_what_was_read_is_replaced_only_after_a_correction",
    )
    yield held(
        "a planted message: stops the run, or is found after it",
        f"{PROOF}::test_a_planted_message_stops_the_run_that_would_take_it",
        f"{PROOF}::test_rows_that_came_and_went_around_a_run_are_found",
    )
    yield held("what leaves is what was checked: nothing is laid in between", "tests/case/test_still.py")
    yield held(
        "a message left out after a correction: found without a name",
        "tests/case/test_verify_files.py::test_what_was_left_out_after_a_correction_is_found_without_a_name",
    )
    yield held("libsodium takes no signature that OpenSSL refuses", "tests/custody/test_sodium.py")
    yield held(
        "a deal edited or left out with an officer's key: found",
        f"{PROOF}::test_a_deal_that_an_officer_edited_is_found",
        f"{PROOF}::test_a_deal_that_an_officer_left_out_is_found",
    )


def sums(_: Path) -> Iterator[Line]:
    """One sum for each pair."""
    yield held("each pair has one sum in list, form and page", "tests/desk/test_one_sum.py")


def packages(_: Path) -> Iterator[Line]:
    """Packages of every kind of recipient."""
    yield held("packages of six kinds: made, said alike by both verifiers, nothing in them too much", "tests/referral")


def stable(_: Path) -> Iterator[Line]:
    """Ids that are cited, and ids that are masked."""
    yield held(
        "cited ids lead on through 1,000 sequences of decisions, and through runs",
        "tests/case/test_stable_ids.py",
        "tests/case/test_stable_ids_run.py",
    )
    yield held(
        "masked ids cannot be guessed without the secret of the case",
        "tests/case/views/test_ids.py",
        "tests/case/test_secret.py",
    )


def held(what: str, *nodes: str) -> Line:
    """A line that some tests hold; none of them may be skipped."""
    words = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *nodes]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, check=False, text=True)
    lines = done.stdout.strip().splitlines() or done.stderr.strip().splitlines() or ["nothing printed"]
    last = lines[-1].strip("= ")
    return Line(what, last, "all pass", bool(done.returncode == 0 and PASSED.search(last) and "skipped" not in last))
