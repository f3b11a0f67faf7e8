# SPDX-License-Identifier: Apache-2.0
"""Files that are read again give what stands of them; a row more, less or edited is named, whoever signed it."""

import shutil
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from tests.conftest import Finished
from tests.custody.every_noun import forge

from suluh.case.acts.release import draft
from suluh.case.case import Case
from suluh.case.corrections.correct import Lies, correct_exhibit
from suluh.case.keep import Act
from suluh.case.line.run import run
from suluh.case.verify.again.files import Reread, check_files
from suluh.case.verify.again.named import _names, named
from suluh.case.verify.case import verify_case
from suluh.model.body import Noun
from suluh.model.errors import BrokenCustody, UnknownObject
from suluh.model.intake import Content, File, Outcome
from suluh.model.matching import Fingerprint
from suluh.model.talk import Message
from suluh.model.trade import Deal, Payment


@pytest.fixture
def case(finished_case: Case) -> Case:
    return finished_case


def again(case: Case, *names: str) -> Reread:
    return check_files(case, case.acting.unit, names, 2)


def names_of(case: Case) -> set[str]:
    return {name for file in case.nouns(File) for name in _names(file) if name.startswith(f"{file.exhibit}/")}


def swap(case: Case, step: str, change: Callable[[list[Noun]], list[Noun]]) -> None:
    """Replace what a step over files gave, with an officer's key, behind a correction that allows it."""
    correct_exhibit(case, "B-1", {"holder": "orang lain"}, "salah tulis")
    for batch in case.book.batches(step, "files"):
        forge(case, Act(step, "files", replaces=(batch,)), change(list(case.rows.in_batch(batch))))
    run(case, lambda _: None)


def counting(rows: list[Noun], file: str, more: int) -> list[Noun]:
    """The same rows with an outcome that counts so many records more."""
    return [
        msgspec.structs.replace(one, records=one.records + more)
        if isinstance(one, Outcome) and one.file == file
        else one
        for one in rows
    ]


def said(case: Case) -> Message:
    return next(one for one in case.nouns(Message) if one.text and one.sender)


def name_of(message: Message) -> str:
    return f"{message.place.exhibit}/{message.place.path}"


def test_every_file_of_an_untouched_case_gives_what_stands_of_it(case: Case) -> None:
    before = case.folder.file.read_bytes()

    found = again(case, *names_of(case))

    assert found.files > 100
    assert found.rows > case.rows.count(Message)
    assert case.folder.file.read_bytes() == before


def test_an_edited_message_is_found(case: Case) -> None:
    old = said(case)
    new = msgspec.structs.replace(old, text="paket 99 file 1rb")
    swap(case, "read", lambda rows: [new if one.id == old.id else one for one in rows])
    verify_case(case.folder)

    with pytest.raises(BrokenCustody, match=r"gives message .* does not hold it so") as told:
        again(case, name_of(old))
    assert (told.value.rule, told.value.where) == (19, f"message {old.id}")


def test_a_message_that_was_left_out_is_found(case: Case) -> None:
    old = said(case)
    swap(case, "read", lambda rows: counting([one for one in rows if one != old], old.place.file, -1))
    verify_case(case.folder)

    with pytest.raises(BrokenCustody, match="sent through the step read again, gives"):
        again(case, name_of(old))


def test_what_was_left_out_after_a_correction_is_found_without_a_name(case: Case) -> None:
    old = said(case)
    swap(case, "read", lambda rows: counting([one for one in rows if one != old], old.place.file, -1))
    verify_case(case.folder)

    with pytest.raises(BrokenCustody, match="sent through the step read again, gives") as told:
        again(case)
    assert told.value.where == f"message {old.id}"


def test_after_a_correction_the_files_written_anew_are_read_again_and_counted(case: Case) -> None:
    swap(case, "read", lambda rows: rows)

    found = again(case)

    count = case.rows.count(Outcome)
    assert found.files >= count
    assert found.rows > case.rows.count(Message)
    assert f"no draft or package is here: the {count} files were sent" in " ".join(found.left)


def test_the_files_on_which_deals_rest_are_read_again_once_there_is_a_draft(case: Case) -> None:
    assert named(case, ())[0] == []
    draft(case, "Penuntut umum")

    files = {file.id for file in named(case, ())[0]}

    deals = list(case.nouns(Deal))
    talked = case.rows.by_column(Message, "id", [name for one in deals for name in one.messages])
    paid = case.rows.by_column(Payment, "id", [name for one in deals for name in one.payments])
    assert {one.place.file for one in talked} | {one.place.file for one in paid} <= files
    assert again(case).files


def test_a_message_that_was_made_up_is_found(case: Case) -> None:
    old = said(case)
    new = msgspec.structs.replace(old, id="a" * 26)
    swap(case, "read", lambda rows: counting([new, *rows] if old in rows else rows, old.place.file, 1))
    verify_case(case.folder)

    with pytest.raises(BrokenCustody, match=f"does not give message {'a' * 26} of entry"):
        again(case, name_of(old))


def other_hash(rows: list[Noun]) -> list[Noun]:
    return [msgspec.structs.replace(one, value="ab" * 32) if isinstance(one, Fingerprint) else one for one in rows]


def other_digest(rows: list[Noun]) -> list[Noun]:
    return [msgspec.structs.replace(one, md5="0" * 32) if isinstance(one, Content) else one for one in rows]


@pytest.mark.parametrize(("step", "change"), [("picture", other_hash), ("digest", other_digest)])
def test_a_hash_that_was_edited_is_found(case: Case, step: str, change: Callable[[list[Noun]], list[Noun]]) -> None:
    picture = next(case.nouns(Fingerprint))
    content = next(case.nouns(Content, {"sha256": picture.sha256}))
    [file] = case.rows.by_column(File, "id", [content.file])
    swap(case, step, change)
    verify_case(case.folder)

    with pytest.raises(BrokenCustody, match=f"sent through the step {step} again, gives"):
        again(case, *(name for name in _names(file) if name.startswith(file.exhibit)))


def test_a_file_that_is_gone_is_said(case: Case, finished: Finished, tmp_path: Path) -> None:
    old = said(case)
    world = Path(shutil.copytree(finished.world, tmp_path / "world"))
    [here] = world.rglob(Path(old.place.path).name)
    lies = Lies(path=here.parents[len(Path(old.place.path).parts) - 1])
    correct_exhibit(case, old.place.exhibit, {}, "dipindah", lies)
    run(case, lambda _: None)
    here.unlink()

    with pytest.raises(BrokenCustody, match="cannot be read any more"):
        again(case, name_of(old))


def test_what_was_corrected_and_not_followed_is_not_compared(case: Case) -> None:
    correct_exhibit(case, "B-1", {"holder": "orang lain"}, "salah tulis")

    assert "start `suluh run CASE` first" in " ".join(again(case, *names_of(case)).left)


def test_a_case_without_packages_says_that_it_names_no_file(case: Case) -> None:
    assert again(case) == Reread(0, 0, ("no draft or package here names a file: name those that are to be read again",))


def test_an_unknown_name_is_an_error(case: Case) -> None:
    with pytest.raises(UnknownObject, match=r"tidak/ada\.txt"):
        again(case, "tidak/ada.txt")
