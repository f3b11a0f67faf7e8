# SPDX-License-Identifier: Apache-2.0
"""The sheet: two pages in each language, the same bytes again, whatever was typed as the machine's name."""

import hashlib

import msgspec
import pypdfium2
import pytest

from suluh.custody.key import QUICK, OfficerKey
from suluh.model.errors import BadBody
from suluh.referral.papers.known import known
from suluh.trial.sheet import TONGUES, between, files_of, number, sign_of
from suluh.trial.trial import Trial, check_signature, read_trial, sign

HOSTILE = '#eval("1") *x* \u202e \U0001f600 ' + "w" * 90


@pytest.fixture(scope="module")
def key() -> OfficerKey:
    _, wrapped = OfficerKey.make("S-1", "supervisor", "only for this test", made_at="", strength=QUICK)
    return OfficerKey.unlock(wrapped, "only for this test")


def words(pdf: bytes) -> list[str]:
    """The text of each page."""
    with pypdfium2.PdfDocument(pdf) as book:
        pages = [page.get_textpage().get_text_range() for page in book]
    return [" ".join(page.replace("\u200b", "").split()) for page in pages]


@pytest.mark.parametrize("tongue", TONGUES)
def test_a_sheet_has_two_pages_with_every_line_and_every_known_figure(tongue: str, trial: Trial) -> None:
    first, second = words(files_of(trial.json(), None)[f"check-{tongue}.pdf"])

    assert [line for one in trial.parts for line in one.lines if getattr(line.what, tongue) not in first] == []
    assert [one.name for one in trial.parts if getattr(one.untested, tongue) not in first] == []
    assert [one.name for one in known() if one.name not in second] == []
    assert hashlib.sha256(trial.json()).hexdigest() in second.replace(" ", "")


def test_the_same_file_and_signature_give_the_same_sheets(trial: Trial, key: OfficerKey) -> None:
    raw = trial.json()
    signature = sign(raw, key).json()

    assert files_of(raw, signature) == files_of(raw, signature)
    assert key.public.fingerprint in words(files_of(raw, signature)["check-en.pdf"])[1]


def test_a_fallen_part_is_named_at_the_top_of_both_sheets(trial: Trial) -> None:
    first, *rest = trial.parts
    lines = (msgspec.structs.replace(first.lines[0], is_met=False), *first.lines[1:])
    fallen = (msgspec.structs.replace(first, lines=lines, is_met=False), *rest)
    made = files_of(msgspec.structs.replace(trial, parts=fallen, is_met=False).json(), None)

    assert "Short of the goal: The lock of the workers. Use this machine for no case" in words(made["check-en.pdf"])[0]
    assert "Tidak memenuhi sasaran: Kunci proses pembaca." in words(made["check-id.pdf"])[0]


def test_a_hostile_name_of_a_machine_is_shown_and_moves_nothing(trial: Trial, key: OfficerKey) -> None:
    named = msgspec.structs.replace(trial, machine=msgspec.structs.replace(trial.machine, host=HOSTILE, serial=HOSTILE))
    raw = named.json()

    pages = words(files_of(raw, sign(raw, key).json())["check-id.pdf"])

    assert len(pages) == 2
    assert pages[1].endswith("2 / 2")
    assert '#eval("1") *x*' in pages[0]


def test_a_changed_file_or_signature_is_refused(trial: Trial, key: OfficerKey) -> None:
    raw = trial.json()
    signature = sign(raw, key).json()

    assert check_signature(raw, signature).officer == "S-1"
    for changed in (raw.replace(b"PC-3", b"PC-4"), raw + b"\n"):
        with pytest.raises(BadBody, match="not what S-1 signed"):
            check_signature(changed, signature)
    with pytest.raises(BadBody, match="not what S-1 signed"):
        check_signature(raw, signature.replace(b'"signature": "', b'"signature": "00', 1))
    with pytest.raises(BadBody, match=r"check\.sig is no signature"):
        check_signature(raw, b"{}")


def test_a_trial_of_another_version_is_not_compared_with_this_one(trial: Trial) -> None:
    other = msgspec.structs.replace(trial, version="0.1.0", validation="0" * 64)

    with pytest.raises(BadBody, match=r"held with version 0\.1\.0 and other known figures"):
        files_of(other.json(), None)


def test_what_is_no_trial_is_refused() -> None:
    with pytest.raises(BadBody, match="no file of `suluh check`"):
        read_trial(b'{"version": "0.3.0"}')
    deep = b'{"a":' * 5000
    with pytest.raises(BadBody, match="no file of `suluh check`"):
        read_trial(deep)
    with pytest.raises(BadBody, match=r"check\.sig is no signature"):
        check_signature(b"{}", deep)


@pytest.mark.parametrize(
    ("text", "indonesian", "english"),
    [
        ("1234567 / 2000000", "1.234.567 / 2.000.000", "1,234,567 / 2,000,000"),
        ("99.912", "99,912", "99.912"),
        (">= 62 %", ">= 62 %", ">= 62 %"),
        ("6.1.0-28", "6.1.0-28", "6.1.0-28"),
    ],
)
def test_figures_are_written_as_each_language_does(text: str, indonesian: str, english: str) -> None:
    assert (number(text, "id"), number(text, "en")) == (indonesian, english)


def test_signs_and_intervals_are_those_that_people_write() -> None:
    assert sign_of(">= 2026-11-30") == "\u2265 2026-11-30"
    assert sign_of("-") == sign_of("") == between("", "", "id") == "\u2013"
    assert between("0", "0.212", "id") == "0\u20130,212 %"
