# SPDX-License-Identifier: Apache-2.0
"""Two keys do not help a package that is of no kind, or not of the kind it states: both verifiers refuse it."""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.custody.every_noun import work_out
from tests.referral.made import made_case
from tests.referral.mutations import verdicts
from tests.referral.terms import TERMS
from tests.referral.test_admitted import sealed_anew

from suluh.case.acts.release import draft
from suluh.custody import kinds
from suluh.custody.key import OfficerKey
from suluh.custody.package import make_manifest
from suluh.unit.folder import UnitFolder

Change = Callable[[dict], object]
BESIDE = {"manifest.json", "release.json", "custody/checkpoint.note", "custody/proof.json"}


def sealed(package: Path, author: OfficerKey, approver: OfficerKey) -> tuple[object, object]:
    """What both verifiers say of a package whose files were changed and signed again."""
    paths = {path.relative_to(package).as_posix(): path for path in package.rglob("*") if path.is_file()}
    manifest = make_manifest({name: path.read_bytes() for name, path in paths.items() if name not in BESIDE})
    for name, data in sealed_anew(manifest, "d", author, approver).items():
        (package / name).write_bytes(data)
    return verdicts(package)


def test_signed_again_a_package_holds(package: Path, author: OfficerKey, approver: OfficerKey) -> None:
    ours, theirs = sealed(package, author, approver)

    assert ours == theirs
    assert "prosecutor" in ours


@pytest.mark.parametrize(
    "change",
    [
        lambda one: one.update(kind="partner"),
        lambda one: one.update(kind="jaksa"),
        lambda one: one.update(kind=["prosecutor"]),
        lambda one: one.pop("kind"),
        lambda one: one.update(format="suluh-package/4"),
        lambda one: one.update(recipient="Somebody else"),
        lambda one: one.update(case="LP/2"),
        lambda one: one.update(figures=[]),
        lambda one: one.pop("deals"),
        lambda one: one.pop("request"),
    ],
)
def test_what_a_package_says_must_be_of_its_kind(
    package: Path, author: OfficerKey, approver: OfficerKey, change: Change
) -> None:
    path = package / "package.json"
    said = json.loads(path.read_bytes())
    change(said)
    path.write_text(json.dumps(said))

    assert sealed(package, author, approver) == (("package.json", 10), ("package.json", 10))


@pytest.mark.parametrize(
    "raw", [b"", b"[]", b"null", b"{", b"\xff", b'"x"', b'{"at": NaN}', b'{"at": 1e999}', b'{"at": "\\ud800"}']
)
def test_what_a_package_says_must_be_json(package: Path, author: OfficerKey, approver: OfficerKey, raw: bytes) -> None:
    (package / "package.json").write_bytes(raw)

    assert sealed(package, author, approver) == (("package.json", 10), ("package.json", 10))


@pytest.mark.parametrize(
    ("name", "is_there"), [("annex-links.csv", False), ("annex-deals.csv", True), ("verify.py", True)]
)
def test_a_package_must_have_the_files_of_its_kind(
    package: Path,
    author: OfficerKey,
    approver: OfficerKey,
    name: str,
    is_there: bool,  # noqa: FBT001 # a parameter of the test
) -> None:
    (package / name).unlink() if is_there else (package / name).write_bytes(b"x")

    assert sealed(package, author, approver) == (("manifest.json", 10), ("manifest.json", 10))


def test_without_what_it_says_a_package_is_none(package: Path, author: OfficerKey, approver: OfficerKey) -> None:
    (package / "package.json").unlink()

    assert sealed(package, author, approver) == (("manifest.json", 10), ("manifest.json", 10))


def test_a_package_of_the_version_that_made_one_for_all_still_holds(
    package: Path, author: OfficerKey, approver: OfficerKey
) -> None:
    path = package / "package.json"
    said = json.loads(path.read_bytes()) | {"format": "suluh-package/1"}
    path.write_text(json.dumps({name: said[name] for name in ("format", "case", "recipient", "deals")}))
    ours, theirs = sealed(package, author, approver)

    assert ours == theirs
    assert ours[2] == hashlib.sha256((package / "manifest.json").read_bytes()).hexdigest()
    assert ours[4] == ""


OLDER = {
    "prosecutor": {"exhibits", "contents", "deals", "accounts", "withheld"},
    "partner": {"accounts", "deals", "contents", "withheld"},
}
"""The tables of two kinds in format 2."""


def older(package: Path, kind: str, tables: set[str]) -> None:
    """Make it a package of format 2."""
    path = package / "package.json"
    said = json.loads(path.read_bytes())
    head = {name: said[name] for name in kinds.HEAD} | {"format": "suluh-package/2", "kind": kind}
    path.write_text(json.dumps({**head, **{name: [] for name in tables}}))
    for annex in package.glob("annex-*.csv"):
        annex.unlink()
    for name in tables:
        (package / f"annex-{name}.csv").write_bytes(b"x")


@pytest.mark.parametrize("kind", OLDER)
def test_a_package_of_before_offers_had_a_table_still_holds(
    package: Path, author: OfficerKey, approver: OfficerKey, kind: str
) -> None:
    older(package, kind, OLDER[kind])
    ours, theirs = sealed(package, author, approver)

    assert ours == theirs
    assert ours[4] == kind


@pytest.mark.parametrize("kind", OLDER)
def test_a_package_of_before_offers_had_a_table_has_none(
    package: Path, author: OfficerKey, approver: OfficerKey, kind: str
) -> None:
    older(package, kind, OLDER[kind] | {"offers"})

    assert sealed(package, author, approver) == (("package.json", 10), ("package.json", 10))


def test_the_same_case_gives_the_same_package_of_every_kind(
    tmp_path: Path, unit: UnitFolder, author: OfficerKey
) -> None:
    digests = []
    for name in ("one", "other"):
        case = made_case(tmp_path / name, unit, author)
        work_out(case)
        digests.append([draft(case, "Kantor", terms).digest for terms in TERMS.values()])
        case.close()

    assert digests[0] == digests[1]
    assert len(set(digests[0])) == len(TERMS)
