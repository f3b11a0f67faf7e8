# SPDX-License-Identifier: Apache-2.0
"""The pages of duties and of letters, and the strip of what is due next."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.case.clocks.scripted import WANTED, Case, copied, lawful_case, paper
from tests.case.views.made import BANK
from tests.desk.browser import Browser, anybody
from tests.desk.conftest import HOST, Clock

from suluh.case.typed.enter import correct, enter
from suluh.desk.web.door import Door
from suluh.desk.web.reading import Reading
from suluh.desk.web.web import build
from suluh.model.dossier.law import Late, LawRow
from suluh.model.dossier.papers import Letter, Reply


@pytest.fixture(scope="module")
def lawful(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("lawful")
    case = lawful_case(folder)
    paper("Sprindik")(case)
    paper("BAP-tersangka")(case)
    paper("pemblokiran", signed="2026-03-02T09:00+07:00")(case)
    correct(case, LawRow, "kuhap-153", {"note": "diubah, belum diperiksa"}, "coba")
    paper("surat")(case)
    letter = {"to": "Bank Contoh", "kind": "bank", "paper": "surat-2026-03-02", "sent": "2026-03-02"}
    asked = {"accounts": (BANK,), "asked_from": "2026-01-01", "asked_to": "2026-02-28"}
    enter(
        case,
        Letter,
        [{**letter, **asked}],
    )
    enter(case, Reply, [{"letter": "letter-1", "received": "2026-03-02", "accounts": ("bca:9998887776",)}])
    WANTED(case)
    case.close()
    return folder


@pytest.fixture
def case(lawful: Path, tmp_path: Path):
    found = copied(lawful, tmp_path / "copy")
    yield found
    found.close()


def browser(case: Case, hour: list[str] | None = None) -> Browser:
    """A browser before the desk of a case, whose clock a test moves."""
    if hour is not None:
        object.__setattr__(case.acting, "now", lambda: datetime.fromisoformat(hour[-1]).astimezone(UTC))
    door = Door(Clock())
    made = Browser(build(Reading(case, None), door, HOST, anybody), HOST)
    assert made.get(f"/enter/{door.token}").status_code == 200
    return made


def plain(text: str) -> str:
    """What a page says, without its tags."""
    return " ".join(re.sub(r"<[^>]+>", " ", text).split())


def test_each_duty_shows_both_calendars_its_law_its_event_and_who_checked_it(case: Case) -> None:
    said = plain(browser(case).get("/en/duties").text)

    assert "9 Mar 2026 7 days left; 5 working days" in said
    assert "Send the SPDP to the prosecutor must KUHAP 60(1) kuhap-60-1" in said
    assert "4 Mar 2026 09:00 WIB 48 hours left" in said
    assert "S1 S2" in said


def test_the_page_speaks_indonesian_as_well(case: Case) -> None:
    said = plain(browser(case).get("/id/duties").text)

    assert "sisa 7 hari; 5 hari kerja" in said
    assert "Mengirim SPDP kepada penuntut umum wajib" in said
    assert "Baris belum diperiksa dua petugas" in said


def test_what_is_due_next_stands_on_the_first_page_and_what_is_grey_does_not(case: Case) -> None:
    said = plain(browser(case, ["2026-03-20T09:00:00+07:00"]).get("/en/").text)
    strip = said[said.index("Due next") : said.index("All duties with a date")]

    assert "kuhap-60-1" in strip
    assert "11 days ago" in strip
    assert "kuhap-153" not in strip


def test_what_has_its_reason_warns_no_more(case: Case) -> None:
    enter(case, Late, [{"row": "kuhap-60-1", "event": "Sprindik-2026-03-02", "why": "kantor tutup"}])
    seen = browser(case, ["2026-03-20T09:00:00+07:00"])

    said = plain(seen.get("/en/").text)

    assert "kuhap-60-1" not in said[said.index("Due next") : said.index("All duties with a date")]
    assert "kantor tutup" in plain(seen.get("/en/duties").text)


def test_days_left_go_on_while_the_desk_stays_open(case: Case) -> None:
    hours = ["2026-03-02T23:30:00+07:00"]
    seen = browser(case, hours)
    first = plain(seen.get("/en/duties").text)

    hours.append("2026-03-03T00:30:00+07:00")

    assert "7 days left" in first
    assert "6 days left" in plain(seen.get("/en/duties").text)


def test_a_letter_says_what_is_missing_and_names_nobody(case: Case) -> None:
    for language, says in (("en", "records of another account came"), ("id", "rekening lain yang tidak diminta")):
        page = browser(case).get(f"/{language}/letters").text

        assert says in page
        assert not any(secret in page for secret in ("0123456789", "9998887776"))


def test_items_of_requests_stand_below_the_letters(case: Case) -> None:
    said = plain(browser(case).get("/en/letters").text)

    assert "1 of 1 items are open." in said
    assert "Prosecutor 1 lengkapi" in said
