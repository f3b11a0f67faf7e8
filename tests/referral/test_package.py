# SPDX-License-Identifier: Apache-2.0
"""A package can be checked by two programs that agree, and holds nothing but hashes, labels, codes, counts, times."""

import ast
import base64
import hashlib
import json
import os
import random
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from tests.custody.every_noun import ANI, AT, BUDI, PICTURES, digest, every_noun

from suluh.case.acts.release import verify_package
from suluh.custody import curve, standalone
from suluh.custody.verifier import verifier
from suluh.model.after.beyond import Estimate
from suluh.model.errors import BrokenCustody
from suluh.model.ids import make_id
from suluh.model.intake import Content, File, Standing
from suluh.model.matching import Match
from suluh.model.people import Decision
from suluh.model.trade import Deal
from suluh.referral.dossier import PackageText
from suluh.referral.package import dossier, files_of
from suluh.referral.says.choice import Choice
from suluh.referral.says.findings import Findings, Head

SEED = int(os.environ.get("SULUH_SEED", "20261125"))
NAMES = (
    "README.txt",
    "annex-accounts.csv",
    "annex-contents.csv",
    "annex-deals.csv",
    "annex-exhibits.csv",
    "annex-offers.csv",
    "annex-withheld.csv",
    "custody/checkpoint.note",
    "custody/proof.json",
    "manifest.json",
    "package.html",
    "package.json",
    "release.json",
    "verify.py",
)


def verdicts(package: Path) -> tuple[tuple[str, int] | None, tuple[str, int] | None]:
    """What each verifier says: null when all holds, else the file and the rule."""
    ours = theirs = None
    try:
        verify_package(package)
    except BrokenCustody as error:
        ours = (error.where, error.rule)
    try:
        standalone.check(package)
    except standalone.Broken as error:
        theirs = (error.where, error.rule)
    return ours, theirs


def test_a_good_package_verifies_away_from_its_case(package: Path) -> None:
    assert tuple(verify_package(package).__dict__.values()) == tuple(standalone.check(package))
    assert tuple(sorted(p.relative_to(package).as_posix() for p in package.rglob("*") if p.is_file())) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_one_changed_byte_in_any_file_is_found_and_named_by_both(package: Path, name: str) -> None:
    chance = random.Random(SEED)  # noqa: S311 # a seed makes it run again
    path = package / name
    whole = path.read_bytes()

    for _ in range(6):
        changed = bytearray(whole)
        changed[chance.randrange(len(whole))] ^= 1 << chance.randrange(8)
        path.write_bytes(changed)
        ours, theirs = verdicts(package)
        assert ours is not None, SEED
        assert ours == theirs, SEED
        assert ours[0] == name, SEED


@pytest.mark.parametrize("name", NAMES)
def test_a_removed_cut_or_replaced_file_is_found_and_named_by_both(package: Path, tmp_path: Path, name: str) -> None:
    path = package / name
    whole = path.read_bytes()
    (tmp_path / "beside").write_bytes(whole)

    path.write_bytes(whole[:-1])
    cut = verdicts(package)
    path.unlink()
    removed = verdicts(package)
    path.symlink_to(tmp_path / "beside")
    linked = verdicts(package)

    assert [pair[0] for pair in (*cut, *removed, *linked)] == [name] * 6


@pytest.mark.parametrize("name", ["more.txt", "custody/more.txt", ".hidden"])
def test_an_added_file_is_found_and_named_by_both(package: Path, name: str) -> None:
    (package / name).write_bytes(b"x")

    assert verdicts(package) == ((name, 1), (name, 1))


def told_by(package: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """What the verifier in a package prints."""
    words = [sys.executable, str(package / "verify.py"), str(package)]
    return subprocess.run(words, capture_output=True, text=True, check=False, env={**os.environ, **environment})


def test_no_name_of_a_file_writes_a_line_or_steers_the_terminal(package: Path) -> None:
    (package / "x\n\x1b[2JBENAR \u29f8 GOOD").write_bytes(b"")
    shown = told_by(package, PYTHONIOENCODING="cp1252")

    assert shown.returncode == 1
    assert shown.stdout.count("\n") == 1
    assert shown.stdout.startswith("SALAH / WRONG: x??[2JBENAR \\u29f8 GOOD was changed")
    assert not shown.stderr


def rewrite(package: Path, name: str, change: Callable[[dict], object]) -> None:
    value = json.loads((package / name).read_bytes())
    change(value)
    (package / name).write_bytes(standalone.canonical(value))


@pytest.mark.parametrize(
    "change",
    [
        lambda one: one["statement"].update(recipient="Somebody else"),
        lambda one: one["statement"]["approver"].update(one["statement"]["author"]),
        lambda one: one["statement"]["author"].update(code="S-2"),
        lambda one: one["statement"].update(draft="x"),
        lambda one: one["statement"]["files"].pop(),
        lambda one: one["statement"]["files"][0].update(name="../x"),
        lambda one: one.update(more=1),
        lambda one: one["statement"]["author"].update(signature="0"),
        lambda one: one["statement"].update(digest=None),
    ],
)
def test_a_forged_release_is_found_by_both(package: Path, change: Callable[[dict], object]) -> None:
    rewrite(package, "release.json", change)

    ours, theirs = verdicts(package)

    assert ours == theirs
    assert ours is not None
    assert ours[0] == "release.json"


@pytest.mark.parametrize("junk", [b"", b"{}", b"[" * 100_000, b"\xff\xfe", b'{"format":"suluh-release/1"}', b"null"])
def test_junk_is_no_package_to_both(package: Path, junk: bytes) -> None:
    (package / "release.json").write_bytes(junk)

    assert verdicts(package) == (("release.json", 2), ("release.json", 2))


def test_the_verifier_in_the_package_runs_alone(package: Path) -> None:
    command = [sys.executable, "-I", "-S", "verify.py"]

    good = subprocess.run(command, cwd=package, capture_output=True, text=True, check=False)
    annex = package / "annex-contents.csv"
    annex.write_bytes(annex.read_bytes() + b"x")
    bad = subprocess.run(command, cwd=package, capture_output=True, text=True, check=False)

    assert (good.returncode, bad.returncode) == (0, 1)
    assert "annex-contents.csv" in bad.stdout
    assert verify_package_prints_of(good.stdout) == 2


def verify_package_prints_of(text: str) -> int:
    return len(re.findall(r"(?:[0-9a-f]{4} ){7}[0-9a-f]{4}", text))


def test_the_verifier_is_one_short_file_of_the_standard_library() -> None:
    text = verifier().decode()
    imported = {
        name.partition(".")[0]
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in ([node.module] if isinstance(node, ast.ImportFrom) else [alias.name for alias in node.names])
    }

    assert imported <= set(sys.stdlib_module_names)
    assert text.count("\n") < 550


@pytest.mark.parametrize("words", [["verify.py"], ["-I", "verify.py", "."]])
@pytest.mark.parametrize("is_on_path", [False, True])
def test_the_verifier_loads_nothing_that_lies_beside_it(
    package: Path,
    words: list[str],
    is_on_path: bool,  # noqa: FBT001 # a parameter of the test
) -> None:
    beside = ("base64", "hashlib", "json", "re", "collections", "pathlib", "typing", "shutil", "subprocess")
    for name in beside:
        (package / f"{name}.py").write_text("print('BENAR / GOOD'); raise SystemExit(0)")
    environment = {**os.environ, **({"PYTHONPATH": str(package)} if is_on_path else {})}
    environment.pop("PYTHONSAFEPATH", None)

    shown = subprocess.run(
        [sys.executable, *words], cwd=package, capture_output=True, text=True, check=False, env=environment
    )

    assert (shown.returncode, shown.stderr) == (1, "")
    assert (
        shown.stdout
        == "SALAH / WRONG: base64.py was changed or is not genuine: it is no part of the package (rule 1)\n"
    )


VECTORS = json.loads((Path(__file__).parents[1] / "data/custody/ed25519.json").read_text("utf-8"))


@pytest.mark.parametrize("case", VECTORS["tests"])
def test_the_verifiers_own_ed25519_agrees_with_published_vectors(case: dict[str, str]) -> None:
    key, message, signature = (bytes.fromhex(text) for text in (VECTORS["publicKey"], case["msg"], case["sig"]))

    assert curve.is_signature(key, message, signature) == (case["result"] == "valid")


def secrets() -> list[bytes]:
    """Everything of the case that no package may hold."""
    words = [ANI, BUDI, ANI.partition(":")[2], "Rahasia", "paket 40", "Nama 1", "Seseorang", "a.png", "chat.txt"]
    words += ["bca:", "telegram:group", "same amount", digest("chat"), "whatsapp:direct", "50rb", "direct/1", "chao1"]
    return [word.encode() for word in words]


def test_no_text_path_name_or_account_of_an_exhibit_is_in_any_file(package: Path) -> None:
    forms = [form for word in secrets() for form in (word, base64.b64encode(word), word.hex().encode())]

    for path in sorted(package.rglob("*")):
        data = path.read_bytes() if path.is_file() else b""
        assert [form for form in forms if form in data] == [], path.name


def found(nouns: list[object]) -> Findings:
    def of(kind: str) -> list:
        return [noun for noun in nouns if type(noun).__name__ == kind]

    kinds = ("Authority", "Exhibit", "File", "Standing", "Content", "HashSet", "Match", "Decision", "Deal")
    return Findings(*map(of, kinds))


def said(findings: Findings, head: "Head | None" = None) -> PackageText:
    """What a package says of some nouns."""
    head = head or HEAD
    return dossier(head, Choice(findings, head.terms))


HEAD = Head(case="LP/1", unit="Unit", recipient="Jaksa", author="S-1", at=AT)


def test_contents_are_listed_for_an_exact_match_or_an_officers_category() -> None:
    lines = said(found(every_noun())).contents

    assert [line.sha256 for line in lines] == sorted(PICTURES)
    by_hash = {line.sha256: line for line in lines}
    assert by_hash[PICTURES[0]].matches[0].set == "unit"
    assert [(vote.category, vote.officers) for vote in by_hash[PICTURES[0]].votes] == [("scheme:1", 1)]
    assert by_hash[PICTURES[1]].votes == ()


@pytest.mark.parametrize("change", [{"kind": "near"}, {"set_kind": "benign"}])
def test_near_and_benign_matches_are_never_sent(change: dict[str, str]) -> None:
    nouns = [msgspec.structs.replace(noun, **change) if isinstance(noun, Match) else noun for noun in every_noun()]

    assert [line.sha256 for line in said(found(nouns)).contents] == [PICTURES[0]]


@pytest.mark.parametrize("state", ["out-of-scope", "quarantined"])
def test_what_is_out_of_scope_is_never_sent(state: str) -> None:
    nouns = [noun for noun in every_noun() if not isinstance(noun, Standing)]
    standings = [noun for noun in every_noun() if isinstance(noun, Standing)]

    made = said(found([*nouns, *(msgspec.structs.replace(one, state=state) for one in standings)]))

    assert (made.contents, [line.files for line in made.exhibits]) == ((), [0, 0])
    assert {deal.contents for deal in made.deals} == {()}


def test_the_order_of_codes_says_nothing_of_what_they_stand_for() -> None:
    names = ("whatsapp:+629", "whatsapp:+628", "telegram:user1", "bca:2")
    deals = [
        Deal(id=make_id("deal", at), kind="sale", state="offered", tier="possible", seller=one, offered_at=at)
        for at, one in zip(("2026-01-01", "2026-01-02", "2026-01-03", "2026-01-04"), names, strict=True)
    ]

    assert [line.service for line in said(found(deals)).accounts] == [
        "whatsapp",
        "whatsapp",
        "telegram",
        "bca",
    ]


def test_only_the_latest_category_of_each_officer_counts() -> None:
    def vote(order: int, by: str, category: str) -> Decision:
        one = make_id("decision", order)
        return Decision(id=one, act="category", left=PICTURES[1], right=category, by=by, at=AT, order=order)

    nouns = [*every_noun(), vote(2, "S-1", "scheme:1"), vote(3, "S-2", "scheme:2"), vote(4, "S-1", "scheme:2")]

    line = next(line for line in said(found(nouns)).contents if line.sha256 == PICTURES[1])
    assert [(one.category, one.officers) for one in line.votes] == [("scheme:2", 2)]


def test_every_copy_of_a_content_is_counted() -> None:
    file = File(id=make_id("file", "copy"), exhibit="B-2", acquisition="1", path=b"copy.png", order=2)
    content = next(noun for noun in every_noun() if isinstance(noun, Content) and noun.sha256 == PICTURES[0])
    copy = msgspec.structs.replace(content, id=file.id, file=file.id)

    line = said(found([*every_noun(), file, copy])).contents[sorted(PICTURES).index(PICTURES[0])]

    assert (line.files, line.exhibits) == (2, ("B-1", "B-2"))


def test_no_estimate_reaches_a_package(package: Path) -> None:
    words = {name.encode() for name in Estimate.__struct_fields__ if len(name) > 5} | {b"estimate", b"unseen"}
    data = json.loads((package / "package.json").read_bytes())

    fields = (
        "accounts at author basis case contents country deals exhibits format handling kind offers recipient request "
        "tool unit withheld"
    )
    assert sorted(data) == fields.split()
    assert [word for word in words if word in (package / "package.html").read_bytes()] == []


def test_the_manifest_is_the_digest_that_was_approved(package: Path) -> None:
    manifest = (package / "manifest.json").read_bytes()

    assert hashlib.sha256(manifest).hexdigest() == verify_package(package).digest


def test_tables_open_in_an_indonesian_spreadsheet(package: Path) -> None:
    data = (package / "annex-deals.csv").read_bytes()

    assert data.startswith("\ufeffKode / Code;Jenis / Kind".encode())
    assert b";50000,00;;;IDR;" in data
    assert data.count(b"\r\n") == 3


def test_the_page_is_one_file_without_script_picture_or_address(package: Path) -> None:
    text = (package / "package.html").read_text("utf-8")

    assert re.findall(r"<(?:script|img|link|iframe|object|svg)|https?:|url\(|@import| on\w+=", text) == []
    assert "Rangkaian transaksi" in text
    assert "<small>Deals: worked out" in text
    assert "Rp50.000,00" in text


def test_text_of_officers_is_escaped_on_the_page() -> None:
    head = Head(case="<b>1", unit='"&', recipient="<script>", author="S-1", at=AT)

    text = files_of(said(found(every_noun()), head))["package.html"].decode()

    assert "<b>" not in text
    assert "&lt;script&gt;" in text


def test_an_empty_case_still_gives_a_whole_package() -> None:
    files = files_of(said(found([])))

    assert sorted(files) == sorted(set(NAMES) - {"release.json", "manifest.json", "verify.py"} - set(NAMES[7:9]))
    assert "Tidak ada" in files["package.html"].decode()


def test_a_copied_package_needs_nothing_of_the_unit(package: Path, tmp_path: Path) -> None:
    moved = Path(shutil.move(package, tmp_path / "somewhere" / "else"))

    assert verify_package(moved).files == 14
