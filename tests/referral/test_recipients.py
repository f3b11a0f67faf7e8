# SPDX-License-Identifier: Apache-2.0
"""Each kind of recipient gets what its row names, and nothing of another kind is in any byte of its package."""

import base64
import os
import random
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest
from tests.custody.every_noun import AT, clock, work_out
from tests.referral import made, mutations
from tests.referral.made import ABROAD, ANI, BANK, BUDI, FILES, LILI, LILI_TOO, NAMES, RAMLI, SITI, SITI_TOO, TWO
from tests.referral.terms import PARTNER, TERMS

from suluh.case.acts.release import draft, draft_folder, verify_package
from suluh.case.case import Acting, Case
from suluh.case.folder import CaseFolder
from suluh.case.keep import Act
from suluh.case.line.line import LINE
from suluh.case.verify.case import verify_case
from suluh.custody import kinds, standalone
from suluh.custody.key import OfficerKey
from suluh.model.after.sharing import Draft, Terms
from suluh.model.errors import Misuse, UnknownObject
from suluh.model.ids import make_id
from suluh.model.people import ONE_CONVERSATION, Decision, Person
from suluh.model.talk import Message, named_account
from suluh.model.trade import Deal
from suluh.persons.rule import Rule
from suluh.plugins import find
from suluh.referral.recipients import RECIPIENTS, Recipient
from suluh.referral.says import trade
from suluh.referral.says.choice import Choice
from suluh.referral.says.findings import Findings
from suluh.referral.tables import TABLES
from suluh.referral.words import WORDS
from suluh.unit.folder import UnitFolder

Open = Callable[[OfficerKey], Case]
SEED = int(os.environ.get("SULUH_SEED", "20261125"))
HASHES = {
    "prosecutor": FILES[1:],
    "partner": ("two.png", "four.png"),
    "support": (),
    "defence": ("one.png", "two.png", "four.png"),
    "commission": (),
    "expert": FILES[1:],
}
"""Whose hashes each kind gets."""

SAID = {
    "undecided": "belum diputuskan / not decided",
    "confirmed": "dikonfirmasi / confirmed 2026-01-04",
}
"""How the page says what officers decided of deals."""

ACCOUNTS = {"partner": {SITI, SITI_TOO, TWO}, "defence": {ANI, BANK}}
"""Whose identifiers each kind gets."""


@pytest.fixture
def case(packages: dict[str, Path], tmp_path: Path, unit: UnitFolder, author: OfficerKey) -> Iterator[Case]:
    """The made-up case, opened by its author."""
    root = packages["prosecutor"].parents[1]
    opened = Case.open(CaseFolder(Path(shutil.copytree(root, tmp_path / "case"))), Acting(author, unit, clock()))
    yield opened
    opened.close()


def written(package: Path) -> bytes:
    """All bytes of a package."""
    return b"\n".join(path.read_bytes() for path in sorted(package.rglob("*")) if path.is_file())


def forms(word: str) -> list[bytes]:
    return [word.encode(), base64.b64encode(word.encode()), word.encode().hex().encode()]


def writings(account: str) -> list[str]:
    """An account as anybody could write it."""
    rest = account.partition(":")[2]
    digits = re.sub(r"\D", "", rest)
    home = ["0" + digits[2:], digits[2:]] if digits.startswith("62") else []
    return [account, rest, digits, *home]


@pytest.mark.parametrize("kind", TERMS)
def test_no_identifier_is_in_a_package_that_may_not_have_it(packages: dict[str, Path], kind: str) -> None:
    data = written(packages[kind])

    may = ACCOUNTS.get(kind, set())
    assert {account for account in may if account.encode() in data} == may
    for account in NAMES.keys() - may:
        assert [word for word in writings(account) for form in forms(word) if form in data] == [], account


@pytest.mark.parametrize("kind", TERMS)
def test_no_name_text_or_path_is_in_any_package(packages: dict[str, Path], kind: str) -> None:
    data = written(packages[kind])
    words = [*NAMES.values(), *FILES, "Rahasia", "50rb", "Panggilan", "TRSF", "Raharjo", "Lili", "Kecil", "Melaka"]

    assert [word for word in words if any(form in data for form in forms(word))] == []


@pytest.mark.parametrize("kind", TERMS)
def test_no_hash_is_in_a_package_that_may_not_have_it(packages: dict[str, Path], kind: str) -> None:
    data = written(packages[kind])

    for name in FILES:
        for how in ("sha256", "sha1", "md5"):
            word = made.digest(name, how)
            assert any(form in data for form in forms(word)) == (name in HASHES[kind]), (name, how)
    assert (made.SET.encode() in data) == (kind in {"prosecutor", "defence", "expert"})


@pytest.mark.parametrize(
    ("code", "whose"),
    [
        (r"\bK-\d", {"prosecutor", "partner", "defence"}),
        (r"\bR-\d", {"prosecutor", "partner", "defence"}),
        (r"\bTW-\d", {"prosecutor", "defence"}),
        (r"\bAK-\d", {"support"}),
        (r"\bMT-\d", {"support"}),
        (r"\bB-1\b", {"prosecutor", "defence", "expert"}),
    ],
)
def test_no_code_of_another_kind_is_in_a_package(packages: dict[str, Path], code: str, whose: set[str]) -> None:
    found = {kind for kind, package in packages.items() if re.search(code, (package / "package.html").read_text())}

    assert found == whose


def test_an_offer_is_a_row_for_each_price_under_the_code_of_its_seller(packages: dict[str, Path]) -> None:
    offers = rows(packages, "prosecutor", "offers")

    assert [(one["code"], one["seller"], one["told"], one["items"], one["asked"]) for one in offers] == [
        ("TW-1", "K-1", 1, 40, "50000.00"),
        ("TW-1", "K-1", 1, 90, "90000.00"),
        ("TW-2", "X", 2, 5, "10000.00"),
        ("TW-3", "K-5", 3, 3, None),
        ("TW-4", "K-6", 4, 7, "7000.00"),
    ]
    assert [one["offered"] for one in rows(packages, "prosecutor", "accounts")] == [1, 0, 0, 0, 1, 1]


def test_the_defence_gets_the_offers_of_its_person_and_of_nobody_else(packages: dict[str, Path]) -> None:
    assert [(one["code"], one["seller"]) for one in rows(packages, "defence", "offers")] == [("TW-1", "K-1")] * 2
    assert {"what": "offers", "why": "person", "count": 3} in rows(packages, "defence", "withheld")


def test_who_only_offers_is_in_no_package_without_offers_and_is_counted(packages: dict[str, Path]) -> None:
    held = {(one["what"], one["why"]): one["count"] for one in rows(packages, "partner", "withheld")}

    assert (held["offers", "recipient"], held["accounts", "recipient"]) == (4, 1)
    assert RAMLI not in {one["account"] for one in rows(packages, "partner", "accounts")}


@pytest.mark.parametrize(
    ("tier", "payments", "column"),
    [
        ("recorded", ("p",), "recorded"),
        ("possible", ("p",), "possible"),
        ("possible", (), "asked"),
        ("recorded", (), "asked"),
    ],
)
def test_an_amount_stands_in_the_one_column_that_says_what_it_is(
    tier: str, payments: tuple[str, ...], column: str
) -> None:
    told = {"kind": "sale", "state": "offered", "amount_minor": 5_000_000, "currency": "IDR", "seller": ANI}
    deal = Deal(id=make_id("deal", 1), tier=tier, payments=payments, **told)
    [line] = trade.deals(Choice(Findings((), (), (), (), (), (), (), (), [deal]), TERMS["prosecutor"]))

    sums = {name: getattr(line, name) for name in ("recorded", "possible", "asked")}
    assert sums == {"recorded": None, "possible": None, "asked": None} | {column: "50000.00"}
    assert [one.text(line) for one in TABLES["deals"].columns].count("50000,00") == 1
    assert [one.text(line) for one in TABLES["deals"].printed].count("Rp50.000,00") == 1


@pytest.mark.parametrize("kind", TERMS)
def test_a_package_has_the_files_tables_and_fields_of_its_row_and_no_others(
    packages: dict[str, Path], kind: str
) -> None:
    to, data = RECIPIENTS[kind], msgspec.json.decode((packages[kind] / "package.json").read_bytes())
    names = {path.name for path in packages[kind].glob("annex-*.csv")}

    assert names == {f"annex-{name}.csv" for name in to.tables}
    assert {name for name, rows in data.items() if isinstance(rows, list)} == set(to.tables)
    for name, fields in to.tables.items():
        assert all(tuple(sorted(row)) == tuple(sorted(fields)) for row in data[name]), name


@pytest.mark.parametrize("kind", TERMS)
def test_both_verifiers_hold_each_kind_to_its_tables(packages: dict[str, Path], kind: str) -> None:
    found = verify_package(packages[kind])

    assert tuple(found.__dict__.values()) == tuple(standalone.check(packages[kind]))
    assert found.kind == kind


def test_the_three_lists_of_kinds_say_the_same() -> None:
    rows = {kind: set(one.tables) for kind, one in RECIPIENTS.items()}

    assert {kind: set(tables) for kind, tables in kinds.KINDS.items()} == rows
    assert {kind: set(tables.split()) for kind, tables in standalone.KINDS.items()} == rows
    assert {name for tables in rows.values() for name in tables} == set(TABLES)


def test_every_step_of_the_line_stands_in_the_method_in_words() -> None:
    assert [step.name for step in LINE if step.deed.does is None] == []


def test_every_rule_that_links_accounts_is_told_in_both_languages() -> None:
    rules = {one.name for one in find("suluh.persons.rules", Rule)} | {"paid-to", "paid-for"}

    assert sorted(rules - WORDS.keys()) == []


def rows(packages: dict[str, Path], kind: str, table: str) -> list[dict]:
    return msgspec.json.decode((packages[kind] / "package.json").read_bytes())[table]


def test_a_protected_account_is_one_mark_and_a_counted_line(packages: dict[str, Path]) -> None:
    deals = rows(packages, "prosecutor", "deals")

    assert [(one["seller"], one["buyer"]) for one in deals] == [
        ("K-1", "K-2"),
        ("K-1", "K-3"),
        ("K-1", "K-4"),
        ("X", "K-2"),
    ]
    assert rows(packages, "prosecutor", "withheld")[0] == {"what": "accounts", "why": "protected", "count": 1}
    assert "akun terlindungi / protected account" in (packages["prosecutor"] / "package.html").read_text("utf-8")


def test_a_partner_gets_deals_with_their_country_and_nobody_else(packages: dict[str, Path]) -> None:
    deals, accounts = rows(packages, "partner", "deals"), rows(packages, "partner", "accounts")

    assert [(one["seller"], one["buyer"]) for one in deals] == [("Z", "K-1"), ("Z", "K-2")]
    assert [(one["account"], one["basis"]) for one in accounts] == [
        (SITI, "phone-number"),
        (TWO, "phone-number"),
        (SITI_TOO, "joined"),
    ]
    assert ABROAD not in {one["account"] for one in accounts}


def test_an_account_known_by_name_only_goes_to_a_partner_without_its_name() -> None:
    named = named_account("whatsapp", "B-1", "whatsapp:chat/1", "Siti Melaka")
    deal = Deal(id=make_id("deal", 1), kind="sale", state="offered", tier="possible", seller=ANI, buyer=named)
    joined = Person(id=make_id("person", SITI), accounts=(SITI, named))
    found = Findings((), (), (), (), (), (), (), (), [deal], persons=[joined], countries={SITI: "MY", ANI: "ID"})

    lines = list(trade.accounts(Choice(found, TERMS["partner"])))

    assert [(one.code, one.account, one.basis) for one in lines] == [
        ("K-1", None, "joined"),
        ("K-2", SITI, "phone-number"),
    ]


@pytest.mark.parametrize("kind", ["prosecutor", "partner", "defence"])
def test_each_deal_of_a_package_says_whether_an_officer_decided_it(packages: dict[str, Path], kind: str) -> None:
    page = (packages[kind] / "package.html").read_text()

    found = {(one["judgement"], one["at"], one.get("by")) for one in rows(packages, kind, "deals")}

    by = {"prosecutor": "N-1", "defence": "N-1"}.get(kind)
    confirmed = set() if kind == "partner" else {("confirmed", "2026-01-04T03:04:05Z", by)}
    assert found == {("undecided", None, None), *confirmed}
    assert all(SAID[judgement] in page for judgement, _, _ in found)


def test_the_defence_gets_rejected_links_with_others_under_codes(packages: dict[str, Path]) -> None:
    links, decisions = rows(packages, "defence", "links"), rows(packages, "defence", "decisions")

    assert {(one["judgement"], one["rule"]) for one in links} >= {
        ("rejected", "same-name"),
        ("confirmed", "same-number"),
    }
    assert sorted(one["right"] for one in links if one["judgement"] == "rejected") == ["K-2", "X"]
    assert [(one["act"], one["value"], one["other"]) for one in decisions] == [
        ("role", "seller", None),
        ("part", None, "K-2"),
    ]


def test_support_gets_children_under_codes_and_material_in_numbers(packages: dict[str, Path]) -> None:
    children, material = rows(packages, "support", "children"), rows(packages, "support", "materials")

    assert [(one["code"], one["kind"], one["value"]) for one in children] == [
        ("AK-1", "role", "child-victim"),
        ("AK-1", "status", "child-witness"),
    ]
    counted = sorted((one["contents"], one["recorded"], one["buyers"], one["paid"]) for one in material)
    assert counted == [(1, 1, 1, "50000.03 IDR"), (1, 1, 1, "50000.04 IDR"), (2, 2, 2, "100000.03 IDR")]


def test_support_for_one_child_has_that_childs_rows_only(case: Case) -> None:
    one = draft(case, "LPSK", Terms(kind="support", person=LILI_TOO))
    data = msgspec.json.decode((draft_folder(case, one.id) / "package.json").read_bytes())

    assert [(row["recorded"], row["paid"]) for row in data["materials"]] == [(1, "50000.04 IDR")]
    assert (one.summary.children, one.summary.hashes, one.summary.persons) == (1, 0, 0)


def test_support_for_somebody_who_is_no_child_is_refused(case: Case) -> None:
    with pytest.raises(UnknownObject, match="role or status of a child"):
        draft(case, "LPSK", Terms(kind="support", person=BUDI))


def test_a_childs_own_defence_has_no_identifier_of_the_child(case: Case) -> None:
    one = draft(case, "Penasihat hukum", Terms(kind="defence", person=LILI, request="1"))
    data = written(draft_folder(case, one.id))

    assert [word for account in (LILI, LILI_TOO) for word in writings(account) if word.encode() in data] == []
    assert one.summary.named == 0
    assert b'"seller": "X"' in data


def test_a_country_that_no_deal_touches_is_refused_with_those_that_are_touched(case: Case) -> None:
    with pytest.raises(UnknownObject, match=r"no deal has a party of SG .* there are ID, MY"):
        draft(case, "Kantor", Terms(kind="partner", **PARTNER | {"country": "SG"}))


def test_a_role_in_an_officers_own_words_stays_with_the_unit(case: Case) -> None:
    told = {"left": ANI, "right": f"teman {NAMES[BUDI]}", "reason": "BAP 3", "valid_from": "2026-01-01"}
    one = Decision(id=make_id("decision", 9), act="role", by="S-1", at=AT, order=9, **told)
    case.keep(Act("decide", "role"), [one])
    work_out(case)
    one = draft(case, "Kantor", TERMS["defence"])
    data = msgspec.json.decode((draft_folder(case, one.id) / "package.json").read_bytes())

    assert [row["value"] for row in data["decisions"] if row["act"] == "role"] == ["seller", "other"]


def test_the_defence_is_told_which_conversations_of_its_person_officers_joined(case: Case) -> None:
    ours, theirs = (
        {one.conversation for one in case.nouns(Message) if (one.sender == ANI) is is_own} for is_own in (True, False)
    )
    joined, others = sorted(ours)[:2], sorted(theirs - ours)[:2]
    decisions = [
        Decision(
            id=make_id("decision", order),
            act="confirm",
            rule=ONE_CONVERSATION,
            left=pair[0],
            right=pair[-1],
            reason="BAP 3",
            by="S-1",
            at=AT,
            order=order,
        )
        for order, pair in ((20, joined), (21, others))
    ]
    case.keep(Act("decide", "talks"), decisions)
    work_out(case)
    one = draft(case, "Kantor", TERMS["defence"])
    data = msgspec.json.decode((draft_folder(case, one.id) / "package.json").read_bytes())

    told = [row for row in data["decisions"] if row["value"] == ONE_CONVERSATION]
    assert [(row["order"], row["act"], row["account"], row["other"]) for row in told] == [(20, "confirm", "K-1", None)]


@pytest.mark.parametrize("word", ["", "jaksa", "Prosecutor", "Kejaksaan Negeri Contoh"])
def test_an_unknown_kind_is_refused_with_the_list(case: Case, word: str) -> None:
    with pytest.raises(Misuse, match="prosecutor, partner, support, defence, commission, expert"):
        draft(case, "Kantor", Terms(kind=word))


@pytest.mark.parametrize(
    ("kind", "terms", "said"),
    [
        *(("partner", {**PARTNER, name: None}, f"needs --{name}") for name in PARTNER),
        ("partner", {**PARTNER, "country": "my"}, "no country"),
        ("partner", {**PARTNER, "handling": "H9"}, "no handling code"),
        ("partner", {**PARTNER, "person": ANI}, "leave --person out"),
        ("partner", {**PARTNER, "basis": "a\nb"}, "one line"),
        ("defence", {"request": "1"}, "needs --person"),
        ("defence", {"person": ANI}, "needs --request"),
        ("prosecutor", {"country": "MY"}, "leave --country out"),
        ("expert", {"person": ANI}, "leave --person out"),
    ],
)
def test_terms_that_are_missing_wrong_or_without_effect_are_refused(
    case: Case, kind: str, terms: dict[str, str], said: str
) -> None:
    with pytest.raises(Misuse, match=said):
        draft(case, "Kantor", Terms(kind=kind, **terms))


def test_an_unknown_person_is_refused(case: Case) -> None:
    with pytest.raises(UnknownObject, match="no account"):
        draft(case, "Kantor", Terms(kind="defence", person="whatsapp:+628999", request="1"))


def test_every_kind_that_names_identifiers_in_full_needs_a_request() -> None:
    full = [one for one in RECIPIENTS.values() if one.identifiers == "full"]

    assert [one.kind for one in full if "request" not in one.needs] == []
    assert all(isinstance(one, Recipient) for one in full)


def test_the_ledger_keeps_why_identifiers_stand_in_a_draft_and_names_nobody(case: Case) -> None:
    draft(case, "Kantor", TERMS["defence"])
    draft(case, "Kantor", TERMS["partner"])
    bodies = [entry.body for entry in case.rows.entries()]

    assert b'"request":"W-7"' in bodies[-2]
    assert all(f'"{name}":"{value}"'.encode() in bodies[-1] for name, value in PARTNER.items())
    assert ANI.encode() not in bodies[-2]


def test_a_case_with_packages_of_every_kind_holds(case: Case) -> None:
    assert verify_case(case.folder).officers == 2
    assert {one.terms.kind for one in case.nouns(Draft)} == set(RECIPIENTS)


@pytest.mark.parametrize("kind", TERMS)
def test_every_drawn_change_to_a_package_is_found_by_both_verifiers(
    packages: dict[str, Path], kind: str, tmp_path: Path
) -> None:
    chance = random.Random(f"{SEED} {kind}")  # noqa: S311 # a seed makes it run again
    for number in range(24):
        copy = Path(shutil.copytree(packages[kind], tmp_path / str(number)))
        changed = mutations.KINDS[number % len(mutations.KINDS)](copy, chance)

        ours, theirs = mutations.verdicts(copy)

        assert ours == theirs, (changed, number, SEED)
        assert len(ours) == 2, (changed, number, SEED)
