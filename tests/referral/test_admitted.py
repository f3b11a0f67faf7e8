# SPDX-License-Identifier: Apache-2.0
"""A package shows who admitted its two officers to the case, and both verifiers say when one admitted the other."""

import hashlib
import json
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec
import pytest
from tests.custody.every_noun import AT, officer

from suluh.case.acts.admit import admit
from suluh.case.acts.release import approve, draft, verify_package
from suluh.case.case import Case
from suluh.case.verify.case import verify_case
from suluh.custody import curve, standalone
from suluh.custody.checkpoint import write_checkpoint
from suluh.custody.entry import Entry
from suluh.custody.key import OfficerKey
from suluh.custody.package import Evidence, Signed, Statement, draft_words, release_words, seal
from suluh.custody.tree import leaf_hash
from suluh.model.errors import BrokenCustody
from suluh.unit.folder import UnitFolder

Open = Callable[[OfficerKey], Case]
Acts = Sequence[tuple[OfficerKey, str, str, dict[str, str]]]
TO = "Kejaksaan Negeri Contoh"


def made(opened: Open, key: OfficerKey) -> str:
    case = opened(key)
    found = draft(case, TO)
    case.close()
    return found.id


def invented(log: str, acts: Acts) -> list[tuple[bytes, bytes]]:
    """A ledger of some acts, well signed and well chained."""
    entries: list[tuple[bytes, bytes]] = []
    for key, action, what, detail in acts:
        before = leaf_hash(entries[-1][0]).hex() if entries else ""
        told = {"prev": before, "at": AT, "actor": key.code, "key": key.public.signing.hex(), "tool": "suluh"}
        entry = Entry(log=log, seq=len(entries) + 1, action=action, object=what, detail=detail, **told)
        entries.append((entry.body(), entry.sign(key)))
    return entries


def sealed_anew(
    manifest: bytes, draft: str, author: OfficerKey, approver: OfficerKey, admissions: Acts = ()
) -> dict[str, bytes]:
    """What anybody can make of a manifest with two keys of their own and a ledger that they invent."""
    digest = hashlib.sha256(manifest).hexdigest()
    good = (author, "new", "1", author.public.admission()), (author, "officer", "S-2", approver.public.admission())
    last = [(author, "draft", draft, {"digest": digest}), (approver, "approve", draft, {"digest": digest})]
    entries = invented(draft, [*(admissions or good), *last])
    words = (draft_words(TO, digest), release_words(draft, digest))
    hands = [
        Signed(code=key.code, key=key.public.signing.hex(), at=AT, signature=key.sign(said).hex())
        for key, said in zip((author, approver), words, strict=True)
    ]
    told = {"case": "LP/1/2026", "draft": draft, "digest": digest, "recipient": TO, "files": ()}
    return seal(
        manifest, Statement(author=hands[0], approver=hands[1], **told), Evidence(entries, 1, 2, 3, 4), approver
    )


def broken(package: Path) -> tuple[int, str]:
    """The rule and place that both verifiers name."""
    with pytest.raises(BrokenCustody) as ours:
        verify_package(package)
    with pytest.raises(standalone.Broken) as theirs:
        standalone.check(package)
    assert (ours.value.rule, ours.value.where) == (theirs.value.rule, theirs.value.where)
    return theirs.value.rule, theirs.value.where


def test_a_package_sealed_anew_by_other_hands_is_none_of_this_case(
    opened: Open, author: OfficerKey, approver: OfficerKey, tmp_path: Path
) -> None:
    case, other = opened(approver), UnitFolder(tmp_path / "other")
    name = made(opened, author)
    package = approve(case, name)
    hands = officer(other, "S-1"), officer(other, "S-2")
    for file, content in sealed_anew((package / "manifest.json").read_bytes(), name, *hands).items():
        (package / file).write_bytes(content)

    assert verify_package(package).recipient == TO
    with pytest.raises(BrokenCustody, match="no package that this case released"):
        verify_case(case.folder)
    case.close()


def said_by(capsys: pytest.CaptureFixture[str], package: Path) -> tuple[str, str]:
    """What ours and the verifier in the package say of who admitted whom."""
    capsys.readouterr()
    assert standalone.main([str(package)]) == 0
    return verify_package(package).note, capsys.readouterr().out


@pytest.mark.parametrize("is_turned", [False, True])
def test_both_verifiers_say_that_one_of_the_two_admitted_the_other(
    opened: Open,
    author: OfficerKey,
    approver: OfficerKey,
    capsys: pytest.CaptureFixture[str],
    is_turned: bool,  # noqa: FBT001 # a parameter of the test
) -> None:
    one, two = (approver, author) if is_turned else (author, approver)
    case = opened(two)
    ours, theirs = said_by(capsys, approve(case, made(opened, one)))

    words = "author was admitted by its approver" if is_turned else "approver was admitted by its author"
    indonesian = "penyusun didaftarkan penyetuju" if is_turned else "penyetuju didaftarkan penyusun"
    assert f"{indonesian}: tanyai satuan / its {words}: ask the unit who they are" in theirs
    assert "yang memulai perkara: dirinya / whoever started the case: themself" in theirs
    assert words == ours.replace(" S-1", "").replace(" S-2", "").removeprefix("its ").partition(":")[0]
    assert any("admitted by its" in remark for remark in verify_case(case.folder).remarks)
    case.close()


def test_two_officers_of_whom_neither_admitted_the_other_need_no_note(
    opened: Open, author: OfficerKey, approver: OfficerKey, unit: UnitFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    case, third = opened(author), officer(unit, "S-8")
    admit(case, third.public)
    case.close()
    case = opened(third)
    package = approve(case, made(opened, approver))
    ours, theirs = said_by(capsys, package)

    assert (ours, "NOTE" in theirs) == ("", False)
    assert verify_package(package).admitted == ("S-1", "S-1")
    assert [one for one in verify_case(case.folder).remarks if "admitted" in one] == []
    case.close()


FOUNDER, OTHER = ("new", "1"), ("officer", "S-2")


@pytest.mark.parametrize(
    ("acts", "change"),
    [
        ((FOUNDER, ("officer", "S-3")), {}),
        ((FOUNDER, ("search", "S-2")), {}),
        ((("officer", "S-1"), OTHER), {}),
        ((FOUNDER, OTHER), {"key": "0" * 64}),
        ((FOUNDER, OTHER), {"officer": "S-3"}),
        ((FOUNDER, OTHER), {"access": "analyst"}),
    ],
)
def test_a_package_that_does_not_show_who_admitted_its_officers_is_refused_by_both(
    released: Path,
    tmp_path: Path,
    author: OfficerKey,
    approver: OfficerKey,
    acts: tuple[tuple[str, str], tuple[str, str]],
    change: dict[str, str],
) -> None:
    package = Path(shutil.copytree(released, tmp_path / "package"))
    founding, admitting = acts
    told = [(author, *founding, author.public.admission()), (author, *admitting, approver.public.admission() | change)]
    for name, data in sealed_anew((package / "manifest.json").read_bytes(), "d", author, approver, told).items():
        (package / name).write_bytes(data)

    assert broken(package) == (9, "custody/proof.json")


def test_an_admission_that_says_nothing_is_refused_by_both(
    released: Path, tmp_path: Path, author: OfficerKey, approver: OfficerKey
) -> None:
    package = Path(shutil.copytree(released, tmp_path / "package"))
    told = [(author, "new", "1", author.public.admission()), (author, "officer", "S-2", {})]
    for name, data in sealed_anew((package / "manifest.json").read_bytes(), "d", author, approver, told).items():
        (package / name).write_bytes(data)

    assert broken(package) == (8, "custody/proof.json")


def test_an_author_who_is_no_supervisor_and_admitted_the_approver_is_refused_by_both(
    released: Path, tmp_path: Path, author: OfficerKey, approver: OfficerKey
) -> None:
    package, other = Path(shutil.copytree(released, tmp_path / "package")), officer(UnitFolder(tmp_path / "u"), "S-7")
    analyst = author.public.admission() | {"access": "analyst"}
    told = [(other, "officer", "S-1", analyst), (author, "officer", "S-2", approver.public.admission())]
    for name, data in sealed_anew((package / "manifest.json").read_bytes(), "d", author, approver, told).items():
        (package / name).write_bytes(data)

    with pytest.raises(BrokenCustody, match="S-1 was not admitted as a supervisor"):
        verify_package(package)
    with pytest.raises(standalone.Broken, match="S-1 was not admitted as a supervisor"):
        standalone.check(package)


def test_an_admission_signed_with_a_second_key_under_the_authors_code_is_refused_by_both(
    released: Path, tmp_path: Path, author: OfficerKey, approver: OfficerKey
) -> None:
    package, other = Path(shutil.copytree(released, tmp_path / "package")), officer(UnitFolder(tmp_path / "u"), "S-1")
    told = [(author, "new", "1", author.public.admission()), (other, "officer", "S-2", approver.public.admission())]
    for name, data in sealed_anew((package / "manifest.json").read_bytes(), "d", author, approver, told).items():
        (package / name).write_bytes(data)

    with pytest.raises(BrokenCustody, match="another key"):
        verify_package(package)
    with pytest.raises(standalone.Broken, match="who admitted S-2"):
        standalone.check(package)


def sealed_in(package: Path, author: OfficerKey, approver: OfficerKey, change: Callable[[Entry], bytes]) -> Path:
    """A package sealed anew over entries that somebody writes in their own way."""
    manifest, draft = (package / "manifest.json").read_bytes(), "q" * 26
    digest, entries = hashlib.sha256(manifest).hexdigest(), list[tuple[bytes, bytes]]()
    acts: Acts = [
        (author, "new", "1", author.public.admission()),
        (author, "officer", approver.code, approver.public.admission()),
        (author, "draft", draft, {"digest": digest}),
        (approver, "approve", draft, {"digest": digest}),
    ]
    for (raw, _), (key, *_) in zip(invented(draft, acts), acts, strict=True):
        written = change(Entry.read(raw))
        entries.append((written, key.sign(b"suluh entry 1\n" + written)))
    signatures = author.sign(draft_words(TO, digest)), approver.sign(release_words(draft, digest))
    one, two = (
        Signed(code=key.code, key=key.public.signing.hex(), at=AT, signature=signed.hex())
        for key, signed in zip((author, approver), signatures, strict=True)
    )
    told = Statement(case="LP/1/2026", draft=draft, digest=digest, recipient=TO, author=one, approver=two, files=())
    for name, content in seal(manifest, told, Evidence(entries, 1, 2, 3, 4), approver).items():
        (package / name).write_bytes(content)
    return package


def agreed(package: Path) -> bool:
    """Whether a package holds, to both verifiers."""
    try:
        standalone.check(package)
    except standalone.Broken:
        with pytest.raises(BrokenCustody):
            verify_package(package)
        return False
    return verify_package(package).entries > 0


ODD = [b'"count":0', b'"count":true', b'"more":1', b'"replaces":[]', b'"root":null', b'"took":1', b'"count":1.5']


@pytest.mark.parametrize("odd", [b"", *ODD])
def test_an_entry_that_holds_more_than_an_entry_can_is_refused_by_both(
    package: Path, author: OfficerKey, approver: OfficerKey, odd: bytes
) -> None:
    def change(entry: Entry) -> bytes:
        more = json.loads(b"{" + odd + b"}") if entry.seq > 1 else {}
        fields = {**json.loads(entry.body()), **more}
        return json.dumps(fields, sort_keys=True, separators=(",", ":")).encode()

    assert agreed(sealed_in(package, author, approver, change)) == (odd == b"")


def disguised(key: OfficerKey, **fields: object) -> OfficerKey:
    """The same key with another public half."""
    made = OfficerKey.__new__(OfficerKey)
    made.__dict__.update(key.__dict__)
    made.public = msgspec.structs.replace(key.public, **fields)
    return made


@pytest.mark.parametrize("code", ["S\xa02", "S\u20282", "S\x1c2", "S 2", "S+2"])
def test_a_checkpoint_of_a_code_with_spaces_is_refused_by_both(
    package: Path, author: OfficerKey, approver: OfficerKey, code: str
) -> None:
    assert not agreed(sealed_in(package, author, disguised(approver, code=code), Entry.body))


class Anybody(OfficerKey):
    """Signs under the weak key whose point is the neutral one: who knows no secret can do so."""

    def sign(self, message: bytes) -> bytes:  # noqa: ARG002 # one signature fits every message
        return curve.BASE_Y.to_bytes(32, "little") + (1).to_bytes(32, "little")


@pytest.mark.parametrize("y", [1, curve.P + 1])
def test_a_key_under_which_one_signature_fits_every_message_is_refused_by_both(
    package: Path, author: OfficerKey, approver: OfficerKey, y: int
) -> None:
    weak = disguised(approver, signing=y.to_bytes(32, "little"))
    weak.__class__ = Anybody

    assert not agreed(sealed_in(package, author, weak, Entry.body))


def test_a_checkpoint_with_a_signature_of_somebody_else_is_refused_by_both(
    package: Path, author: OfficerKey, approver: OfficerKey, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "suluh.custody.package.write_checkpoint", lambda *one: write_checkpoint(*one) + "— X AAAAAAAA\n"
    )

    assert not agreed(sealed_in(package, author, approver, Entry.body))
