# SPDX-License-Identifier: Apache-2.0
"""Papers, charges and ties are typed on desk pages: the same act as the terminal's, and what is wrong is said there."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.case.dossiers.made import DOSSIER, Plan, build, copied
from tests.case.views.made import PASSPHRASE
from tests.desk.browser import Browser, token_of
from tests.desk.test_dossier import entered

from suluh.case.case import Case
from suluh.case.corrections.standing_papers import typed
from suluh.case.dossiers.brief import Brief
from suluh.case.verify.case import verify_case
from suluh.model.dossier.charges import Charge, Tie
from suluh.model.dossier.entered import Entered
from suluh.model.dossier.papers import Answer, Letter, Paper, Reply, Request, RequestItem

PAPERS, CHARGE, TIE = "/papers", f"/dossiers/{DOSSIER}/charge", f"/dossiers/{DOSSIER}/tie"
OF_CHARGE = {"defendant": "defendant-1", "law": "pasal-1", "deed_from": "2026-01-01", "deed_to": "2026-01-02"}
OF_TIE = {"element": "charge-1:1", "fact": "paper:BAP-saksi", "side": "against", "sentence": "Saksi tidak yakin."}
OF_PAPER = {"kind": "SP.Sita", "number": "SP.Sita/77", "date": "2026-01-02", "about": "B-1\r\nB-2"}
OF_LETTER = {
    "to": "Bank Contoh",
    "kind": "bank",
    "paper": "surat-1",
    "sent": "2026-02-01",
    "records": "mutasi\r\nKYC",
    "asked_from": "2026-01-01",
    "asked_to": "2026-01-31",
}
FORMS: dict[str, tuple[str, dict[str, str], type[Entered]]] = {
    "paper": (PAPERS, OF_PAPER, Paper),
    "charge": (CHARGE, {**OF_CHARGE, "means": "surat\r\nketerangan saksi"}, Charge),
    "tie": (TIE, OF_TIE, Tie),
    "letter": ("/letter", OF_LETTER, Letter),
    "request": ("/request", {"sender": "prosecutor", "paper": "surat-1", "received": "2026-03-01"}, Request),
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a clean dossier; never changed."""
    root = tmp_path_factory.mktemp("made")
    build(root, Plan(1)).close()
    return root


@pytest.fixture
def case(made: Path, tmp_path: Path) -> Iterator[Case]:
    case = copied(made, tmp_path)
    yield case
    case.close()


@pytest.fixture
def browser(case: Case, tmp_path: Path) -> Browser:
    return entered(case, tmp_path / "home")


def send(browser: Browser, page: str, form: dict[str, str], language: str = "en"):
    address = f"/{language}{page}"
    token = token_of(browser.get(address).text)
    return browser.post(address, {"token": token, "act": "decide", "passphrase": PASSPHRASE, **form})


@pytest.mark.parametrize("what", FORMS)
def test_what_is_typed_on_a_page_is_entered_by_the_same_act(case: Case, browser: Browser, what: str) -> None:
    page, form, kind = FORMS[what]
    before = {one.id for one in typed(case.rows, kind)}

    done = send(browser, page, form)

    [new] = [one for one in typed(case.rows, kind) if one.id not in before]
    assert new.by == "O-supervisor"
    assert done.address == f"/en{page}"
    assert new.code in done.text
    verify_case(case.folder)


def test_several_things_stand_one_a_line(case: Case, browser: Browser) -> None:
    send(browser, PAPERS, OF_PAPER)
    send(browser, CHARGE, FORMS["charge"][1])

    assert next(one for one in typed(case.rows, Paper) if one.number == "SP.Sita/77").about == ("B-1", "B-2")
    assert next(one for one in typed(case.rows, Charge) if one.code == "charge-2").means == (
        "surat",
        "keterangan saksi",
    )


def test_the_registers_of_letters_and_requests_are_typed_from_one_to_the_next(case: Case, browser: Browser) -> None:
    [letter, reply, request, item, answer] = Letter, Reply, Request, RequestItem, Answer
    before = {kind: len(typed(case.rows, kind)) for kind in (letter, reply, request, item, answer)}

    send(browser, "/letter", OF_LETTER)
    send(browser, "/request", FORMS["request"][1])
    sent, asked = typed(case.rows, letter)[-1].code, typed(case.rows, request)[-1].code
    send(browser, "/reply", {"letter": sent, "received": "2026-02-20", "refused": "rekening ditutup"})
    send(browser, "/request-item", {"request": asked, "number": "1", "text": "Lengkapi BA", "state": "open"})
    last = typed(case.rows, item)[-1].code
    send(browser, "/answer", {"item": last, "sentence": "BA ada.", "papers": "BAP-saksi"}, "id")

    assert {kind: len(typed(case.rows, kind)) - size for kind, size in before.items()} == dict.fromkeys(before, 1)
    assert typed(case.rows, letter)[-1].records == ("mutasi", "KYC")
    assert "Lengkapi BA" in browser.get("/en/letters").text
    verify_case(case.folder)


def test_a_deal_that_the_page_proposes_is_tied(case: Case, browser: Browser) -> None:
    brief = Brief.of(case, DOSSIER)
    deal = brief.shown(f"deal:{brief.deals[0].id}")

    done = send(browser, TIE, {**OF_TIE, "fact": "other", "other": deal})

    assert done.status_code == 200
    new = next(one for one in typed(case.rows, Tie) if one.code == "tie-1")
    assert brief.shown(new.fact) == deal
    assert (new.charge, new.element, new.side) == ("charge-1", "1", "against")


@pytest.mark.parametrize(
    ("page", "form", "says"),
    [
        (PAPERS, {**OF_PAPER, "about": "B-77"}, "nothing of the case is called B-77"),
        (CHARGE, {**OF_CHARGE, "law": "sita-1"}, "no row of an offence"),
        (TIE, {**OF_TIE, "element": "charge-1:9"}, "has no element 9"),
        (TIE, {**OF_TIE, "fact": "paper:tidak-ada"}, "no paper tidak-ada"),
        ("/letter", {**OF_LETTER, "paper": "BAP-saksi"}, "cannot be the paper of this letter"),
    ],
)
def test_what_the_case_does_not_hold_is_said_beside_the_form(
    case: Case, browser: Browser, page: str, form: dict[str, str], says: str
) -> None:
    entries = sum(1 for _ in case.rows.entries())

    answer = send(browser, page, form)

    assert answer.status_code == 422
    assert says in answer.text
    assert all(value in answer.text for name, value in form.items() if name in {"sentence", "number", "deed_from"})
    assert sum(1 for _ in case.rows.entries()) == entries


def test_a_field_that_is_needed_is_named_and_the_key_is_asked_for(browser: Browser) -> None:
    answer = send(browser, TIE, {**OF_TIE, "sentence": ""})
    assert (answer.status_code, "This is needed." in answer.text) == (422, True)

    answer = send(browser, TIE, {**OF_TIE, "passphrase": ""})

    assert (answer.status_code, "Type the passphrase of your key" in answer.text) == (422, True)
    assert "Saksi tidak yakin." in answer.text


@pytest.mark.parametrize(("access", "page", "own"), [("analyst", CHARGE, TIE), ("examiner", TIE, PAPERS)])
def test_whoever_may_not_type_it_sees_no_form_and_sends_none(
    case: Case, tmp_path: Path, access: str, page: str, own: str
) -> None:
    form = next(one for other, one, _ in FORMS.values() if other == page)
    browser = entered(case, tmp_path / "home", access)

    seen = browser.get(f"/en{page}")
    token = token_of(browser.get(f"/en{own}").text)
    sent = browser.post(f"/en{page}", {"token": token, "act": "decide", "passphrase": PASSPHRASE, **form})

    assert (seen.status_code, "Enter and sign" in seen.text) == (200, False)
    assert "types nothing here" in seen.text
    assert sent.status_code == 404


@pytest.mark.parametrize("page", [PAPERS, CHARGE, TIE])
def test_an_auditor_has_no_such_page(case: Case, tmp_path: Path, page: str) -> None:
    assert entered(case, tmp_path / "home", "auditor").get(f"/en{page}").status_code == 404


@pytest.mark.parametrize("language", ["en", "id"])
@pytest.mark.parametrize("page", [PAPERS, CHARGE, TIE])
def test_the_pages_are_there_in_both_languages(browser: Browser, page: str, language: str) -> None:
    seen = browser.get(f"/{language}{page}")

    assert seen.status_code == 200
    assert ("Masukkan dan tanda tangani" if language == "id" else "Enter and sign") in seen.text


@pytest.mark.parametrize("page", ["/dossiers/dossier-9/charge", "/dossiers/dossier-9/tie"])
def test_a_dossier_that_is_not_there_has_no_page(browser: Browser, page: str) -> None:
    assert browser.get(f"/en{page}").status_code == 404
