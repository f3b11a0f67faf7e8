# SPDX-License-Identifier: Apache-2.0
"""An approved package in another form says what the package says, conforms, and holds nothing beside it."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.referral.made import FOUR, LILI, NAMES, SITI, TWO_
from tests.referral.terms import TERMS

from suluh.case.sharing.convert import convert
from suluh.hashing.sets.formats.vics import Vics
from suluh.model.errors import BadBody, BrokenCustody, Misuse
from suluh.referral.exchange.format import read_package

VALIDATOR = Path(sys.executable).with_name("case_validate")
WITH_HASHES = ("prosecutor", "partner", "defence", "expert")
OWN = re.compile(r"\w+:[\w-]+-[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")


def graph(path: Path) -> list[dict]:
    return json.loads(path.read_bytes())["@graph"]


def texts(value: object) -> set[str]:
    """Every text in a JSON value."""
    if isinstance(value, dict):
        return set().union(*(texts(one) for one in value.values()), set())
    if isinstance(value, list):
        return set().union(*(texts(one) for one in value), set())
    return {str(value)}


def validated(*paths: Path) -> str:
    """What the validator of the ontology says; warnings count, hints do not."""
    words = (VALIDATOR, "--built-version", "case-1.5.0", "--allow-infos", *paths)
    return subprocess.run(words, capture_output=True, text=True, check=False).stdout


def test_every_kind_of_package_conforms_to_the_ontology(packages: dict[str, Path], tmp_path: Path) -> None:
    paths = [tmp_path / f"{kind}.jsonld" for kind in packages]
    for package, path in zip(packages.values(), paths, strict=True):
        convert(package, path, "case")

    assert validated(*paths).splitlines()[:2] == ["Validation Report", "Conforms: True"]


def test_the_validator_finds_a_planted_fault(packages: dict[str, Path], tmp_path: Path) -> None:
    convert(packages["partner"], tmp_path / "out.jsonld", "case")
    text = (tmp_path / "out.jsonld").read_text()
    (tmp_path / "out.jsonld").write_text(text.replace('"xsd:hexBinary"', '"xsd:string"'))

    assert "Conforms: False" in validated(tmp_path / "out.jsonld")


FORMS = [*((kind, "case") for kind in TERMS), *((kind, to) for kind in WITH_HASHES for to in ("vics", "csv"))]


@pytest.mark.parametrize(("kind", "to"), FORMS)
def test_nothing_is_in_another_form_that_the_package_has_not(
    packages: dict[str, Path], tmp_path: Path, kind: str, to: str
) -> None:
    convert(packages[kind], tmp_path / "out", to)

    here = b"\n".join(path.read_bytes() for path in packages[kind].rglob("*") if path.is_file()).decode().upper()
    words = set(re.findall(r"[0-9A-F]{32,64}|\+?\d{9,}", OWN.sub("", (tmp_path / "out").read_text()).upper()))
    assert [word for word in words if word not in here] == []


def test_a_partner_gets_its_own_accounts_deals_and_hashes(packages: dict[str, Path], tmp_path: Path) -> None:
    convert(packages["partner"], tmp_path / "out", "case")
    nodes = graph(tmp_path / "out")

    said = texts(nodes)
    assert {TWO_.upper(), FOUR.upper()} <= said
    assert SITI in said
    assert [name for name in NAMES.values() if any(name in one for one in said)] == []
    deals = [one for one in nodes if one["@type"] == "uco-action:Action"]
    assert [one["uco-core:name"] for one in deals] == ["R-1", "R-2"]
    assert all("uco-action:performer" not in one and "uco-action:participant" in one for one in deals)


def test_a_child_is_a_protected_account_without_a_node(packages: dict[str, Path], tmp_path: Path) -> None:
    convert(packages["prosecutor"], tmp_path / "out", "case")

    text = (tmp_path / "out").read_text()
    assert "seller: a protected account" in text
    assert LILI.partition("+")[2] not in text


@pytest.mark.parametrize(
    ("kind", "says"),
    [("partner", "Withheld: 2 deals (country)"), ("support", "A package of this kind does not say")],
)
def test_what_was_left_out_of_the_package_is_said(
    packages: dict[str, Path], tmp_path: Path, kind: str, says: str
) -> None:
    convert(packages[kind], tmp_path / "out", "case")

    assert any(one.startswith(says) for one in texts(graph(tmp_path / "out")))


@pytest.mark.parametrize("kind", WITH_HASHES)
def test_vics_and_csv_load_back_as_hash_sets(packages: dict[str, Path], tmp_path: Path, kind: str) -> None:
    listed = {one.sha256 for one in read_package((packages[kind] / "package.json").read_bytes()).contents}

    convert(packages[kind], tmp_path / "out.json", "vics")
    convert(packages[kind], tmp_path / "out.csv", "csv")

    with (tmp_path / "out.json").open("rb") as file:
        assert {one.sha256 for one in Vics().entries(file)} == listed
    rows = (tmp_path / "out.csv").read_text("utf-8-sig").splitlines()
    assert {row.partition(";")[0] for row in rows[1:]} == listed


@pytest.mark.parametrize("to", ["vics", "csv"])
@pytest.mark.parametrize("kind", ["support", "commission"])
def test_a_kind_without_hashes_gives_no_list_of_them(
    packages: dict[str, Path], tmp_path: Path, kind: str, to: str
) -> None:
    with pytest.raises(Misuse, match="has no contents"):
        convert(packages[kind], tmp_path / "out", to)

    assert not (tmp_path / "out").exists()


def test_what_a_form_has_no_place_for_is_counted(packages: dict[str, Path], tmp_path: Path) -> None:
    done = convert(packages["defence"], tmp_path / "out", "case")

    assert done.left.keys() >= {"links", "decisions", "method", "limits"}
    assert "contents" not in done.left


def test_the_same_package_gives_the_same_bytes(packages: dict[str, Path], tmp_path: Path) -> None:
    one = [convert(packages["partner"], tmp_path / f"one.{to}", to).digest for to in ("case", "vics", "csv")]

    assert one == [convert(packages["partner"], tmp_path / f"two.{to}", to).digest for to in ("case", "vics", "csv")]


def test_a_changed_package_gives_no_other_form(packages: dict[str, Path], tmp_path: Path) -> None:
    package = Path(shutil.copytree(packages["partner"], tmp_path / "package"))
    (package / "package.json").write_bytes((package / "package.json").read_bytes().replace(b"R-1", b"R-9"))

    with pytest.raises(BrokenCustody, match=r"package\.json"):
        convert(package, tmp_path / "out", "case")


def test_a_file_inside_the_package_is_refused(packages: dict[str, Path]) -> None:
    with pytest.raises(Misuse, match="whose files are fixed"):
        convert(packages["partner"], packages["partner"] / "out.json", "case")


def test_an_unknown_form_names_those_there_are(packages: dict[str, Path], tmp_path: Path) -> None:
    with pytest.raises(Misuse, match="choose one of case, csv, vics"):
        convert(packages["partner"], tmp_path / "out", "stix")


def test_a_package_of_another_format_is_refused(packages: dict[str, Path]) -> None:
    raw = (packages["partner"] / "package.json").read_bytes().replace(b"suluh-package/3", b"suluh-package/2")

    with pytest.raises(BadBody, match="suluh-package/2"):
        read_package(raw)
