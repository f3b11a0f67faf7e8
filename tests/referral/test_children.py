# SPDX-License-Identifier: Apache-2.0
"""A child is in no form for an officer whose access does not cover it, and the withholding is counted."""

import csv
import io
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import openpyxl
import pytest
from tests.custody.every_noun import clock, officer, work_out
from tests.desk.browser import Browser, anybody, links
from tests.desk.conftest import HOST, Clock
from tests.referral import made
from tests.referral.made import BUDI, LILI, LILI_TOO, NAMES

from suluh.case.acts.admit import admit
from suluh.case.acts.export import export
from suluh.case.acts.worklist import veiled
from suluh.case.case import Acting, Case
from suluh.case.folder import CaseFolder
from suluh.case.gate.children import children_of
from suluh.case.gate.veil import MARK, Veil
from suluh.case.gate.viewer import Viewer, views
from suluh.custody.key import OfficerKey
from suluh.desk.web.door import Door
from suluh.desk.web.reading import Reading
from suluh.desk.web.web import build
from suluh.model.place import Place
from suluh.model.rules.children import child_of
from suluh.model.talk import named_account
from suluh.referral.worklists.format import Wanted
from suluh.unit.folder import UnitFolder

CHILD = ("6281200000009", "81200000009", "999001", "Lili", "Kecil", "lilikecil")
LINE = "2 akun terlindungi ditahan / 2 protected accounts withheld"
PLACE = Place(exhibit="B-1", acquisition="1", path="DCIM/Lili Kecil/1.png", file="a" * 26, path_b64="TGlsaQ==")
Read = Callable[[str], Case]
Write = Callable[[str, str | None], dict[str, list[str]]]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, unit: UnitFolder, author: OfficerKey) -> CaseFolder:
    root = tmp_path_factory.mktemp("children") / "case"
    case = made.made_case(root, unit, author)
    work_out(case)
    case.close()
    return CaseFolder(root)


@pytest.fixture
def write(folder: CaseFolder, unit: UnitFolder, author: OfficerKey, tmp_path: Path) -> Write:
    """All cells of the forms as an officer of some access gets them, by file."""

    def written(access: str, purpose: str | None) -> dict[str, list[str]]:
        own = CaseFolder(Path(shutil.copytree(folder.path, tmp_path / "case")))
        key = officer(UnitFolder(tmp_path / "unit"), "F-1", access)
        case = Case.open(own, Acting(author, unit, clock()))
        admit(case, key.public)
        work_out(case)
        case.close()
        case = Case.open(own, Acting(key, unit, clock()))
        paths = export(case, tmp_path / "forms", purpose)
        case.close()
        return {path.name: cells(path) for path in paths}

    return written


@pytest.fixture
def reading(folder: CaseFolder, unit: UnitFolder, author: OfficerKey, tmp_path: Path) -> Iterator[Read]:
    """The case, opened by an officer of some access."""
    opened: list[Case] = []

    def read(access: str) -> Case:
        own = CaseFolder(Path(shutil.copytree(folder.path, tmp_path / "case")))
        key = officer(UnitFolder(tmp_path / "unit"), "F-1", access)
        case = Case.open(own, Acting(author, unit, clock()))
        admit(case, key.public)
        work_out(case)
        case.close()
        opened.append(Case.open(own, Acting(key, unit, clock())))
        return opened[0]

    yield read
    opened[0].close()


def cells(path: Path) -> list[str]:
    if path.suffix == ".csv":
        text = path.read_bytes().decode("utf-8-sig")
        return [cell for row in csv.reader(io.StringIO(text), delimiter=";") for cell in row]
    return [str(cell) for page in openpyxl.load_workbook(path) for row in page.values for cell in row]


def named(forms: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [(name, cell) for name, found in forms.items() for cell in found for word in CHILD if word in cell]


@pytest.mark.parametrize(
    ("access", "purpose"), [("examiner", "uji"), ("analyst", "uji"), ("analyst", None), ("supervisor", None)]
)
def test_no_child_is_in_a_form_for_whom_it_is_not(write: Write, access: str, purpose: str | None) -> None:
    forms = write(access, purpose)

    assert named(forms) == []
    assert [
        name
        for name, found in forms.items()
        if name != "ledger.csv" and "2 akun terlindungi ditahan / 2 protected accounts withheld" not in found
    ] == []


@pytest.mark.parametrize(("access", "purpose"), [("child-protection", "uji"), ("supervisor", "uji")])
def test_whose_access_covers_children_gets_the_forms_whole(write: Write, access: str, purpose: str | None) -> None:
    forms = write(access, purpose)

    assert {word for word in CHILD for _, cell in named(forms) if word in cell} >= {"6281200000009", "Lili", "Kecil"}
    assert [cell for found in forms.values() for cell in found if "ditahan" in cell] == []


IN_ANOTHER_ORDER = re.compile(r"[?&]sort=")
"""Views of a list whose rows its page and its table as CSV have as well: most of all addresses."""

UNKNOWING = [("examiner", "uji"), ("analyst", "uji"), ("analyst", None), ("supervisor", None)]


@pytest.mark.parametrize(("access", "purpose"), UNKNOWING)
def test_no_child_is_in_a_list_for_whom_it_is_not(reading: Read, access: str, purpose: str | None) -> None:
    viewer = Viewer(reading(access), purpose)

    shown = {what: [str(row) for row in viewer.list(what)] for what in views()}

    assert named(shown) == []
    assert any(MARK in row for row in shown["persons"])
    assert any("seller" in row or "role" in row for row in shown["decisions"])


@pytest.mark.parametrize(("access", "purpose"), UNKNOWING)
def test_no_child_is_found_by_a_search_of_whom_it_is_not(reading: Read, access: str, purpose: str | None) -> None:
    viewer = Viewer(reading(access), purpose)

    assert [row for word in CHILD for row in viewer.search(word)] == []
    assert named({"search": [str(row) for row in viewer.search("budi")]}) == []


@pytest.mark.parametrize(
    ("purpose", "tongue", "withheld"),
    [
        ("uji", "/id/", "2 akun anak tidak ditampilkan di sini."),
        (None, "/en/", "2 accounts of children are withheld here."),
    ],
)
def test_no_child_is_on_a_page_for_whom_it_is_not(
    reading: Read, purpose: str | None, tongue: str, withheld: str
) -> None:
    door = Door(Clock())
    browser = Browser(build(Reading(reading("analyst"), purpose), door, HOST, anybody), HOST)
    browser.get(f"/enter/{door.token}")
    waiting, seen = [tongue], dict[str, str]()
    while waiting:
        address = waiting.pop()
        if address not in seen:
            seen[address] = browser.get(address).text
            waiting += [
                one for one in links(seen[address]) if one.startswith(tongue) and not IN_ANOTHER_ORDER.search(one)
            ]

    assert len(seen) > 30
    assert any("csv=" in one for one in seen)
    assert [(address, word) for address, text in seen.items() for word in CHILD if word in text] == []
    assert withheld in seen[tongue]


def test_whose_access_covers_children_reads_the_lists_whole(reading: Read) -> None:
    viewer = Viewer(reading("child-protection"), "uji")

    assert viewer.veil() is None
    assert any("Lili" in str(row) for row in viewer.list("accounts"))


def test_a_work_list_names_no_child_for_whom_it_is_not(reading: Read) -> None:
    wanted = Wanted(1, "unknown", (PLACE,), "a" * 64, "b" * 40, "c" * 32, 1, "image/png")

    [row] = veiled(reading("analyst"), "uji", [wanted])

    assert row.sha256 == wanted.sha256
    assert named({"place": [str(row.places)]}) == []
    assert row.places[0].exhibit == "B-1"
    assert row.places[0].file == PLACE.file


def test_others_stay_as_they_were(write: Write) -> None:
    forms = write("analyst", "uji")

    assert "Budi Raharjo" in forms["accounts-accounts.csv"]
    assert any(made.ONE in cell for cell in forms["hashes-hashes.csv"])
    assert [cell for cell in forms["deals-deals.csv"] if MARK in cell] == [MARK]
    assert f"WhatsApp Chat with {MARK}.txt" in forms["hashes-hashes.csv"]


def test_all_that_is_joined_to_a_child_is_protected(folder: CaseFolder) -> None:
    case = Case.open(folder)

    assert children_of(case) == {LILI, LILI_TOO}
    case.close()


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("anak korban", "child-victim"),
        ("Anak Korban", "child-victim"),
        ("child_victim", "child-victim"),
        ("child-witness", "child-witness"),
        ("anak saksi", "child-witness"),
        ("Anak yang berkonflik dengan hukum", "child-in-conflict"),
        ("Anak", "child"),
        ("harmful_behaviour", "child"),
        ("Child who displayed harmful sexual behaviour", "child"),
        ("anak (nama tidak diketahui)", "child"),
        ("korban", None),
        ("saksi", None),
        ("seller", None),
        ("Banak", None),
        *((code, None) for code in ("buyer", "survivor", "victim", "expert", "suspect")),
        (None, None),
    ],
)
def test_a_role_of_a_child_is_known_by_its_words(word: str | None, kind: str | None) -> None:
    assert child_of(word) == kind


@pytest.mark.parametrize(
    "text",
    [
        *("Lili", "LILI", "foto_lili.txt", "Lili-Kecil", "Li\u200bli", "lili\u200bkecil", LILI),
        *(
            "0812-0000-0009",
            "+62 812 0000 0009",
            "62812.0000.0009",
            "\uff10\uff18\uff11\uff12 0000 0009",
            "08l2 OOOO OOO9",
        ),
        *("hub 081200000009 50rb", "tgl 2024 081200000009", "50000 081200000009", "081200000009 (2)", "wa081200000009"),
    ],
)
def test_a_child_is_hidden_however_it_is_written(text: str) -> None:
    veil = Veil(frozenset({LILI}), [NAMES[LILI]])

    assert [word for word in ("lili", "kecil", "0009") if word in veil.text(text).casefold()] == []


def test_a_name_of_two_letters_is_hidden_where_it_is_all_of_it() -> None:
    veil = Veil(frozenset({LILI}), ["Al", "Bo Lili"])

    assert veil.text("Al dan Bo") == f"{MARK} dan Bo"


def test_the_app_in_which_a_child_is_known_by_name_alone_is_no_word_of_theirs() -> None:
    account = named_account("whatsapp", "B-2", "whatsapp:chat/x", "Bo")

    assert Veil(frozenset({account}), ["Bo"]).text("Chat WhatsApp dengan Bo") == f"Chat WhatsApp dengan {MARK}"
    assert Veil(frozenset({account}), ["Chat"]).text("Chat WhatsApp") == f"{MARK} WhatsApp"


def test_other_numbers_beside_that_of_a_child_stay() -> None:
    veil = Veil(frozenset({LILI}), [NAMES[LILI]])

    assert veil.text("081200000009 082111222333, 50000") == f"{MARK} 082111222333, 50000"


@pytest.mark.parametrize("text", ["Lilin", BUDI, "50.000", "2026-01-02", "c0ffee" * 6, "ade" * 22])
def test_what_only_looks_like_it_stays(text: str) -> None:
    veil = Veil(frozenset({LILI}), ["Lili", "Ade", "De"])

    assert veil.text(text) == text
