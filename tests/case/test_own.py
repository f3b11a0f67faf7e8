# SPDX-License-Identifier: Apache-2.0
"""A set of the unit's own takes two votes a content and two officers, and serves the next case."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from tests.custody.every_noun import AT, PASSPHRASE, PICTURES, clock, officer, start

from suluh.case.acts.admit import admit
from suluh.case.acts.intake import Paper, record_authority
from suluh.case.acts.own import confirm_set, propose_set, use_set
from suluh.case.case import Acting, Case
from suluh.case.corrections.correct import correct_authority
from suluh.case.keep import Act
from suluh.case.verify.case import verify_case
from suluh.hashing.matching.match import exact
from suluh.model.errors import Changed, Misuse, NotAllowed, UnknownObject
from suluh.model.ids import make_id
from suluh.model.intake import Content, Exhibit, File
from suluh.model.matching import Fingerprint, HashSet, Vote
from suluh.unit import own
from suluh.unit.folder import UnitFolder
from suluh.unit.officers import unlock
from suluh.unit.sets import load_sets


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    """Two officers signed votes of two voters on the first picture; on the second only one voted."""
    unit = UnitFolder(tmp_path / "unit")
    case = start(tmp_path / "case", unit, officer(unit, "S-1"))
    admit(case, officer(unit, "S-2").public)
    case.keep(Act("digest", "files"), [content(name) for name in PICTURES])
    case.keep(Act("categories", "viewer"), [vote(0, "Satu", "1"), vote(1, "Satu", "1")])
    cast(opened(case, "S-2"), vote(0, "Dua", "1"))
    yield case
    case.close()


@pytest.fixture
def other(case: Case) -> Case:
    """The same case, opened by another officer."""
    return opened(case, "S-2")


def opened(case: Case, code: str) -> Case:
    unit = case.acting.unit
    return Case(case.folder, case._connection, Acting(unlock(unit, code, PASSPHRASE), unit, clock()))


def cast(case: Case, *votes: Vote) -> None:
    """Votes that the officer of this case signs."""
    code = case.acting.key.code
    ids = (make_id(one.id, code) for one in votes)
    signed = [msgspec.structs.replace(one, id=name, by=code) for name, one in zip(ids, votes, strict=True)]
    case.keep(Act("categories", "viewer"), signed)


def content(name: str) -> Content:
    identity = make_id("content", name)
    return Content(id=identity, file=identity, sha256=name, sha1=name[:40], md5=name[32:], size=9, type="image/png")


def vote(picture: int, voter: str, code: str) -> Vote:
    return Vote(
        id=make_id("vote", picture, voter, code),
        sha256=PICTURES[picture],
        scheme="unit",
        code=code,
        source="viewer",
        officer=voter,
        sheet="0" * 64,
        line=2,
        by="S-1",
        at=AT,
    )


def looks(told: list[tuple[int | None, str, str]], *, turned: bool) -> list[Fingerprint]:
    """PDQ of the first picture by moment, mode and digit; turned, the last has the first id."""
    ids = sorted((make_id("fingerprint", number) for number in range(len(told))), reverse=turned)
    return [
        Fingerprint(id=name, sha256=PICTURES[0], kind="pdq", value=digit * 64, mode=mode, moment=moment)
        for name, (moment, mode, digit) in zip(ids, told, strict=True)
    ]


def proposed(case: Case) -> str:
    return propose_set(case, scheme="unit", codes=("1", "2"), votes=2, name="ours").id


def test_nobody_confirms_a_set_that_a_stranger_to_the_case_proposed(case: Case) -> None:
    acting, name = case.acting, proposed(case)
    stranger, paper = officer(acting.unit, "S-9"), own.paper_of(acting.unit, name)
    own.propose(acting.unit, stranger, msgspec.structs.replace(paper.proposal, by="S-9"))

    with pytest.raises(NotAllowed, match="S-9 is no officer of this case"):
        confirm_set(case, name)


def test_a_proposal_of_an_officer_whom_the_unit_does_not_know_is_made_again(case: Case, other: Case) -> None:
    name = proposed(case)
    (case.acting.unit.officers / "S-1.pub").unlink()

    with pytest.raises(UnknownObject, match="no officer S-1, who proposed this set: make the proposal again"):
        confirm_set(other, name)


def test_another_officer_makes_the_set_of_what_two_voters_agree_on(case: Case, other: Case) -> None:
    made = confirm_set(other, proposed(case))

    [loaded] = load_sets(other.acting.unit, other.acting.key, [made])
    found = {match.sha256 for match in exact(case.nouns(Content), (loaded,))}
    assert (made.name, made.kind, made.entries) == ("ours", "known", 1)
    assert made.version is not None
    assert made.version.startswith("LP/1/2026 ")
    assert found == {PICTURES[0]}
    assert [one.name for one in case.nouns(HashSet)] == []
    verify_case(case.folder)


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize(
    "told",
    [
        [(None, "fast", "a"), (0, "full", "b"), (7, "full", "c")],
        [(40, "full", "a"), (900, "full", "b"), (2000, "fast", "c"), (41, "fast", "d")],
        [(None, "full", "a"), (None, "fast", "b")],
        [(5, "full", "a"), (5, "fast", "b")],
    ],
)
def test_a_set_takes_the_picture_or_the_first_frame(case: Case, other: Case, told, turned) -> None:
    case.keep(Act("picture", "files"), looks(told, turned=turned))

    made = confirm_set(other, proposed(case))

    [loaded] = load_sets(other.acting.unit, other.acting.key, [made])
    assert loaded.columns.pdq.tolist() == [[0xAAAAAAAAAAAAAAAA] * 4]


def test_the_next_case_uses_it_by_its_digest(case: Case, other: Case, tmp_path: Path) -> None:
    made = confirm_set(other, proposed(case))
    following = start(tmp_path / "next", other.acting.unit, other.acting.key)

    used = use_set(following, made.digest[:12])

    assert [one.digest for one in following.nouns(HashSet)] == [used.digest] == [made.digest]
    with pytest.raises(Misuse, match="already"):
        use_set(following, made.digest)
    following.close()


def test_nobody_confirms_their_own_proposal(case: Case) -> None:
    with pytest.raises(NotAllowed, match="another officer"):
        confirm_set(case, proposed(case))


def test_votes_that_changed_since_make_no_set(case: Case, other: Case) -> None:
    name = proposed(case)
    cast(other, vote(1, "Dua", "1"))

    with pytest.raises(Changed, match="propose"):
        confirm_set(other, name)


def test_a_proposal_that_was_changed_makes_no_set(case: Case, other: Case) -> None:
    name = proposed(case)
    path = case.acting.unit.sets / f"{name}.own"
    path.write_bytes(path.read_bytes().replace(b'"ours"', b'"others"'))

    with pytest.raises(Changed, match="signature"):
        confirm_set(other, name)


def test_no_officer_makes_a_set_of_votes_in_names_of_their_own_choice(case: Case, other: Case) -> None:
    cast(case, *(vote(1, name, "1") for name in ("Dua", "Tiga", "Empat")))
    assert own.paper_of(case.acting.unit, proposed(case)).proposal.entries == 1

    cast(other, vote(1, "Lima", "1"))

    assert own.paper_of(case.acting.unit, proposed(case)).proposal.entries == 2


def test_one_voter_whose_grading_two_officers_read_in_is_one(case: Case, other: Case) -> None:
    cast(other, vote(1, "Satu", "1"))

    assert own.paper_of(case.acting.unit, proposed(case)).proposal.entries == 1


def test_a_vote_that_differs_keeps_a_content_out(case: Case) -> None:
    case.keep(Act("categories", "viewer"), [vote(0, "Tiga", "9")])

    with pytest.raises(Misuse, match="none against"):
        proposed(case)


def test_an_unknown_proposal_is_named(case: Case, other: Case) -> None:
    name = proposed(case)
    confirm_set(other, name)

    with pytest.raises(Misuse, match="already"):
        confirm_set(other, name)
    with pytest.raises(UnknownObject, match="aaaa"):
        confirm_set(other, "a" * 26)


def lying(case: Case, *exhibits: str) -> None:
    """The first picture lies on these exhibits; the paper of B-1 covers media, that of B-2 does not."""
    for number, (label, kinds) in enumerate({"B-1": ("media",), "B-2": ("chat",)}.items(), 1):
        record_authority(case, Paper("court", f"P-{number}", "PN Contoh", "2026-01-01", kinds=kinds))
        exhibit = Exhibit(
            id=make_id("exhibit", label), label=label, authority=f"P-{number}", order=number, by="S-1", at=AT
        )
        case.keep(Act("add", label), [exhibit])
    for label in exhibits:
        name = make_id("file", label)
        file = File(id=name, exhibit=label, acquisition="1", path=b"a.png", order=1, size=9)
        held = msgspec.structs.replace(content(PICTURES[0]), id=name, file=name)
        case.keep(Act("digest", "files"), [file, held])


@pytest.fixture
def bare(tmp_path: Path) -> Iterator[Case]:
    """The votes of two officers on the first picture, which lies nowhere yet."""
    unit = UnitFolder(tmp_path / "unit")
    case = start(tmp_path / "case", unit, officer(unit, "S-1"))
    admit(case, officer(unit, "S-2").public)
    case.keep(Act("categories", "viewer"), [vote(0, "Satu", "1")])
    cast(opened(case, "S-2"), vote(0, "Dua", "1"))
    yield case
    case.close()


@pytest.mark.parametrize("exhibits", [("B-1",), ("B-1", "B-2")])
def test_what_lies_where_a_paper_covers_media_stands_in_the_set(bare: Case, exhibits: tuple[str, ...]) -> None:
    lying(bare, *exhibits)
    told: list[str] = []

    made = propose_set(bare, scheme="unit", codes=("1",), votes=2, name=None, tell=told.append)

    assert (made.entries, told) == (1, [])


def test_what_lies_only_where_no_paper_covers_media_is_left_out_and_counted(bare: Case) -> None:
    lying(bare, "B-2")
    told: list[str] = []

    with pytest.raises(Misuse, match="no content has votes"):
        propose_set(bare, scheme="unit", codes=("1",), votes=2, name=None, tell=told.append)
    assert told == [
        "1 contents with these votes were left out: they lie only where no paper covers media now",
    ]


def test_a_paper_that_covers_media_no_more_voids_a_proposal(bare: Case) -> None:
    lying(bare, "B-1")
    made = propose_set(bare, scheme="unit", codes=("1",), votes=2, name=None)
    correct_authority(bare, "P-1", {"kinds": ("chat",)}, "salah baca")

    with pytest.raises(Changed, match="what papers cover, changed"):
        confirm_set(opened(bare, "S-2"), made.id)
