# SPDX-License-Identifier: Apache-2.0
"""Two tellings of one conversation are joined and parted by officers, and what follows goes with it and back again."""

import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.custody.every_noun import officer, start
from tests.desk.browser import Browser, anybody

from suluh.case.acts.decide import LinkAct, decide_link, decide_pair
from suluh.case.acts.intake import Bag, Paper, add_exhibit, record_authority
from suluh.case.case import Case
from suluh.case.gate.viewer import Viewer
from suluh.case.line.run import run
from suluh.case.papers.examined.decided import Decided
from suluh.case.papers.material import Material
from suluh.case.verify.case import verify_case
from suluh.case.verify.derived import check_derived
from suluh.case.views.view import Row
from suluh.desk.web.door import Door
from suluh.desk.web.reading import Reading
from suluh.desk.web.web import build
from suluh.model.errors import Misuse
from suluh.model.people import ONE_CONVERSATION, Decision
from suluh.unit.folder import UnitFolder

HOST = "127.0.0.1:8012"

SHORT = (
    ("10.00", "b", "kak ready?"),
    ("10.06", "a", "isi empat delapan lembar tiga puluh"),
    ("10.19", "a", "transfer ke sini aja"),
    ("10.22", "b", "gas"),
    ("10.45", "b", "sudah ya"),
    ("11.38", "a", "ok cek dulu"),
    ("12.40", "b", "terima kasih"),
)
FEW = SHORT[:4]
"""Too little for its turns to show it."""

LONG = tuple(
    (f"{9 + n // 4:02}.{n % 4 * 15:02}", "ab"[n % 2], f"ambil kue nomor {n} hari {n * 7} ya") for n in range(24)
)
KEPT = ("conversations", "messages", "persons", "deals", "network")
ANI, BUDI = "whatsapp:+6281100000001", "whatsapp:+6281200000002"


def _export(folder: Path, title: str, said: tuple[tuple[str, str, str], ...], day: int, **names: str) -> None:
    folder.mkdir(exist_ok=True)
    lines = (f"{day:02}/01/25 {clock} - {names[who]}: {words}\n" for clock, who, words in said)
    (folder / f"WhatsApp Chat with {title}.txt").write_text("".join(lines), "utf-8")


@pytest.fixture(params=[(None, None), (ANI, BUDI)])
def case(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Case]:
    """Two phones with a short talk and a long one of one pair each, and one more talk of each phone."""
    unit = UnitFolder(tmp_path / "unit")
    made = start(tmp_path / "case", unit, officer(unit, "S-1"))
    record_authority(made, Paper("court", "P-1", "PN Contoh", "2026-01-01"))
    for label, own, (title, names) in (
        ("B-1", request.param[0], ("Budi", {"a": "Ani", "b": "Budi"})),
        ("B-2", request.param[1], ("Toko Ani", {"a": "Toko Ani", "b": "Budi S"})),
    ):
        _export(tmp_path / label, title, FEW, 13, **names)
        _export(tmp_path / label / "old", title, LONG, 19, **names)
        other = {"a": "Ani", "b": "+62 813-0000-0003"} if label == "B-1" else {"a": "Dodi", "b": "Budi S"}
        _export(
            tmp_path / label / "more",
            next(iter(set(other.values()) - {"Ani", "Budi S"})),
            SHORT[:2] if label == "B-1" else SHORT[4:6],
            20,
            **other,
        )
        bag = Bag(tmp_path / label, label, "P-1", accounts=(own,) if own else ())
        add_exhibit(made, bag)
    run(made, lambda _: None, slots=1)
    yield made
    made.close()


def _lists(case: Case) -> dict[str, list[Row]]:
    viewer = Viewer(case, "look")
    return {name: sorted(viewer.list(name), key=str) for name in KEPT}


def _tie(case: Case, *, merges: bool) -> Row:
    [found] = [row for row in Viewer(case).list("links") if row["rule"] == ONE_CONVERSATION and row["merges"] is merges]
    return found


def _say(case: Case, link: Row, act: LinkAct) -> None:
    decide_link(case, str(link["id"]), act, "BAP 12", str(link["seen"]))
    run(case, lambda _: None, slots=1)


def _talks(case: Case) -> list[tuple[set[str], int]]:
    rows = Viewer(case, "look").list("conversations")
    return sorted(({str(at["exhibit"]) for at in row["places"]}, int(str(row["messages"]))) for row in rows)  # type: ignore[attr-defined] # places are objects


def test_what_is_proposed_is_joined_by_a_word_and_comes_back_exactly_when_it_is_taken_back(case: Case) -> None:
    before, link = _lists(case), _tie(case, merges=False)
    waits = [row["id"] for row in Viewer(case).list("waiting") if row["rule"] == ONE_CONVERSATION]

    _say(case, link, "confirm")
    joined = _talks(case)
    _say(case, _tie_of(case, link), "retract")

    assert waits == [link["id"]]
    assert ({"B-1", "B-2"}, len(FEW)) in joined
    assert len(joined) == len(before["conversations"]) - 1
    assert _lists(case) == before
    verify_case(case.folder)
    check_derived(case, case.acting)


def _page(case: Case, address: str) -> str:
    door = Door(time.monotonic)
    browser = Browser(build(Reading(case, None), door, HOST, anybody), HOST)
    browser.get(f"/enter/{door.token}")
    return browser.get(address).text


def _tie_of(case: Case, link: Row) -> Row:
    return next(row for row in Viewer(case).list("links") if row["id"] == link["id"])


def test_what_the_program_joined_is_parted_by_a_word_and_waits_for_nobody(case: Case) -> None:
    link, before = _tie(case, merges=True), _talks(case)
    [page] = {str(key) for key in link["talks"]}  # type: ignore[attr-defined] # a list of keys
    english, indonesian = (_page(case, f"/{language}/conversations/{page}") for language in ("en", "id"))

    _say(case, link, "reject")

    assert "Told by several copies" in english
    assert "The two count as one conversation as it stands" in english
    assert "Tercatat dalam beberapa salinan" in indonesian
    assert (
        "24 pesan dari 2 penulis sama persis dalam keduanya, pada menit yang sama, pada jam yang sama; 24 di antaranya"
        in indonesian
    )
    told = [row[3].english for row in Decided(Material(case, None)).rows()]
    assert [re.sub(r"[a-z2-7]{26}", "KEY", one) for one in told] == [
        "Kept conversation KEY (B-1) and conversation KEY (B-2) apart."
    ]
    assert link["id"] not in {row["id"] for row in Viewer(case).list("waiting")}
    assert ({"B-1", "B-2"}, 24) in before
    assert sum(size == 24 for _, size in _talks(case)) == 2
    assert _tie_of(case, link)["judgement"] == "rejected"


@pytest.mark.parametrize("case", [(None, None)], indirect=True)
def test_two_that_nothing_proposed_are_joined_by_their_keys(case: Case) -> None:
    keys = [str(row["key"]) for row in Viewer(case).list("conversations") if row["messages"] == 2]
    before = len(_talks(case))

    [word] = decide_pair(case, "join", *keys, "BAP 12")
    run(case, lambda _: None, slots=1)

    assert (word.act, word.rule) == ("confirm", ONE_CONVERSATION)
    assert len(_talks(case)) == before - 1
    [link] = [row for row in Viewer(case).list("links") if row["id"] and row["judgement"] == "confirmed"]
    assert link["merges"]


@pytest.mark.parametrize("case", [(ANI, BUDI)], indirect=True)
def test_talks_of_three_accounts_are_joined_by_nobody(case: Case) -> None:
    keys = [str(row["key"]) for row in Viewer(case).list("conversations") if row["messages"] == 2]

    with pytest.raises(Misuse, match="more accounts by number or id"):
        decide_pair(case, "join", *keys, "BAP 12")
    [word] = decide_pair(case, "part", *keys, "BAP 12")

    assert word.act == "reject"


@pytest.mark.parametrize("case", [(None, None)], indirect=True)
def test_two_other_sides_of_one_exhibit_are_joined_by_nobody(case: Case, tmp_path: Path) -> None:
    _export(tmp_path / "third", "+62 813-0000-0004", SHORT[:2], 21, a="Ani", b="+62 813-0000-0004")
    add_exhibit(case, Bag(tmp_path / "third", "B-1", "P-1", acquisition="2"))
    run(case, lambda _: None, slots=1)
    of_two = [row for row in Viewer(case, "look").list("conversations") if row["messages"] == len(SHORT[:2])]
    keys = [str(row["key"]) for row in of_two if {str(at["exhibit"]) for at in row["places"]} == {"B-1"}]  # type: ignore[attr-defined] # places are objects

    with pytest.raises(Misuse, match="one side of them would be two accounts"):
        decide_pair(case, "join", *keys, "BAP 12")


@pytest.mark.parametrize("case", [(None, None)], indirect=True)
def test_only_a_word_of_ones_own_is_taken_back(case: Case) -> None:
    link, before = _tie(case, merges=True), _lists(case)

    with pytest.raises(Misuse, match="no word of yours stands on this link"):
        decide_link(case, str(link["id"]), "retract", "BAP 12", str(link["seen"]))
    _say(case, link, "confirm")
    _say(case, _tie_of(case, link), "retract")
    with pytest.raises(Misuse, match="no word of yours stands on this link"):
        decide_link(case, str(link["id"]), "retract", "BAP 12", str(_tie_of(case, link)["seen"]))

    assert _lists(case) == before


@pytest.mark.parametrize("case", [(None, None)], indirect=True)
def test_one_that_is_named_twice_and_what_is_no_conversation_are_refused_with_a_sentence(case: Case) -> None:
    keys = {int(str(row["messages"])): str(row["key"]) for row in Viewer(case).list("conversations")}

    with pytest.raises(Misuse, match="two different conversations are joined"):
        decide_pair(case, "join", keys[len(FEW)], keys[len(FEW)], "BAP 12")
    with pytest.raises(Misuse, match="two different conversations are joined"):
        decide_pair(case, "join", keys[len(FEW)], ANI, "BAP 12")
    assert not list(case.nouns(Decision))
