# SPDX-License-Identifier: Apache-2.0
"""Every file leaves intake in exactly one state."""

import msgspec
import pytest

from suluh.exhibits.scope import covers_record
from suluh.exhibits.standing import Known, Rules, in_order, standings, to_read
from suluh.model.evidence.workbook import XLSX
from suluh.model.intake import Authority, Content, File, Outcome, place_of
from suluh.model.matching import Fingerprint
from suluh.model.talk import Message
from suluh.model.times import When


def a_file(
    path: str, *, exhibit: str = "B-1", order: int = 1, containers: tuple[bytes, ...] = (), special=None
) -> File:
    raw = path.encode()
    identity = f"{exhibit}/{b'!'.join(containers).decode()}/{path}"
    return File(
        id=identity, exhibit=exhibit, acquisition="1", path=raw, order=order, containers=containers, special=special
    )


def a_content(file: File, letter: str, kind: str = "text/plain", *, size: int = 3, container=None) -> Content:
    return Content(
        id=file.id, file=file.id, sha256=letter * 64, sha1="", md5="", size=size, type=kind, container=container
    )


def known(files, contents, outcomes, looked=frozenset()) -> list[Known]:
    """Files in order with what is known of each; `looked` are contents with a perceptual hash."""
    look = Fingerprint(id="l", sha256="", kind="pdq")
    found = [(file, contents.get(file.id), outcomes.get(file.id)) for file in in_order(files)]
    return [Known(*one, look if one[1] and one[1].sha256 in looked else None) for one in found]


def states(files, *, contents, outcomes=None, looked=frozenset(), authorities=None, **rules) -> dict[str, str]:
    rows = standings(known(files, contents, outcomes or {}, looked), Rules(authorities or {}, **rules))
    return {one.file: one.state for one in rows}


MEDIA_OUT = Authority(id="a", kind="court", number="1", issuer="PN", date="2026-09-01", kinds=("chat",))


def test_the_second_of_two_equal_files_is_a_duplicate_of_the_first():
    one, two = a_file("a.txt"), a_file("b.txt")
    contents = {one.id: a_content(one, "a"), two.id: a_content(two, "a")}

    found = list(standings(known([two, one], contents, {}), Rules({})))

    assert [(row.file, row.state, row.same_as) for row in found] == [
        (one.id, "unparsed", None),
        (two.id, "duplicate", one.id),
    ]


def test_a_database_with_a_log_beside_it_is_no_duplicate_of_one_without():
    files = [a_file("m.db", exhibit=f"B-{order}", order=order) for order in (1, 2, 3)]
    contents = {one.id: a_content(one, "a") for one in files}
    read = {one.id: Outcome(id=one.id, file=one.id, state="read") for one in files}
    logs = {files[1].id: "b" * 64, files[2].id: "b" * 64}

    assert list(states(files, contents=contents, outcomes=read, logs=logs).values()) == ["read", "read", "duplicate"]
    waiting = to_read(known(files, contents, {}), Rules({}, logs=logs))
    assert [file.id for file, _ in waiting] == [files[0].id, files[1].id]


def test_what_was_read_as_one_with_a_database_is_read_by_its_reader():
    files = [a_file(name) for name in ("m.db", "m.db-wal", "m.db-shm", "n.db", "n.db-wal")]
    base, log, shared, other, apart = files
    contents = {one.id: a_content(one, letter) for one, letter in zip(files, "abcde", strict=True)}
    read = Outcome(id="o", file=base.id, state="read", reader="whatsapp-msgstore", together=(log.id, shared.id))
    no_reader = Outcome(id="p", file="", state="unparsed", reason="no reader claims this format")
    outcomes = {base.id: read, **dict.fromkeys((log.id, shared.id, other.id, apart.id), no_reader)}

    beside = dict.fromkeys(read.together, read.reader)
    found = {row.file: row for row in standings(known(files, contents, outcomes), Rules({}, beside=beside))}

    assert [found[one.id].state for one in files] == ["read", "read", "read", "unparsed", "unparsed"]
    assert (found[log.id].reader, found[log.id].reason) == ("whatsapp-msgstore", None)
    assert found[apart.id].reason == "no reader claims this format"


def test_the_order_of_add_comes_before_the_order_of_paths():
    later, earlier = a_file("a.txt", exhibit="B-2", order=2), a_file("z.txt", order=1)
    contents = {one.id: a_content(one, "a") for one in (later, earlier)}

    assert states([later, earlier], contents=contents) == {earlier.id: "unparsed", later.id: "duplicate"}


def test_the_key_of_a_file_sorts_as_its_containers_and_raw_path_do():
    parts = [b"a", b"a/b", b"a/b\x00", b"a/b\x01", b"a/b\x02", b"a/b\x03", b"a0", b"\xff", "é".encode(), b""]
    chains = [(one,) for one in parts] + [(one, other) for one in parts for other in parts]
    files = [
        File(id="", exhibit="B-1", acquisition="1", path=chain[-1], order=order, containers=chain[:-1])
        for chain in chains
        for order in (2, 11)
    ]

    assert in_order(files) == sorted(files, key=lambda one: (one.order, (*one.containers, one.path)))


def test_a_copy_of_a_quarantined_file_is_no_duplicate():
    one, two = a_file("a.bin"), a_file("b.bin")
    contents = {one.id: a_content(one, "a"), two.id: a_content(two, "a")}
    outcomes = {one.id: Outcome(id="o", file=one.id, state="quarantined", reason="timed out")}

    assert states([one, two], contents=contents, outcomes=outcomes) == {one.id: "quarantined", two.id: "unparsed"}


def test_a_copy_of_a_quarantined_file_is_not_read_either():
    files = [a_file("a.txt"), a_file("b.txt")]
    contents = {one.id: a_content(one, "a") for one in files}
    aside = {files[0].id: Outcome(id="o", file=files[0].id, state="quarantined", reason="timed out")}

    assert list(to_read(known(files, contents, aside), Rules({}))) == []


def test_a_chat_that_one_paper_does_not_cover_is_read_from_a_copy_under_another():
    files = [a_file("a.txt"), a_file("a.txt", exhibit="B-2", order=2)]
    contents = {one.id: a_content(one, "a") for one in files}
    outside = {files[0].id: Outcome(id="o", file=files[0].id, state="out-of-scope")}

    assert [file for file, _ in to_read(known(files, contents, outside), Rules({}))] == [files[1]]


def test_a_copy_under_a_paper_of_another_period_is_read_as_well():
    files = [a_file("a.txt", exhibit=f"B-{order}", order=order) for order in (1, 2, 3)]
    contents = {one.id: a_content(one, "a") for one in files}
    paper = Authority(id="a", kind="court", number="1", issuer="PN", date="2026-09-01")
    papers = {"B-1": msgspec.structs.replace(paper, covers_to="2026-06-30"), "B-2": paper, "B-3": paper}

    waiting = to_read(known(files, contents, {}), Rules(papers))

    assert [file.exhibit for file, _ in waiting] == ["B-1", "B-2"]


def test_media_that_the_authority_does_not_cover_is_out_of_scope():
    picture, copy = a_file("a.jpg"), a_file("a.jpg", exhibit="B-2", order=2)
    contents = {one.id: a_content(one, "a", "image/jpeg") for one in (picture, copy)}

    found = states([picture, copy], contents=contents, authorities={"B-1": MEDIA_OUT}, looked={"a" * 64})

    assert found == {picture.id: "out-of-scope", copy.id: "read"}


@pytest.mark.parametrize(
    ("kind", "container", "intake", "state"),
    [
        ("image/jpeg", None, {"looked": {"a" * 64}}, "read"),
        ("image/jpeg", None, {"benign": frozenset({"a" * 64})}, "benign"),
        ("application/zip", "zip", {}, "read"),
        ("video/mp4", None, {}, "unparsed"),
    ],
)
def test_a_hashed_file_is_read_benign_or_unparsed(kind, container, intake, state):
    file = a_file("a")

    assert states([file], contents={file.id: a_content(file, "a", kind, container=container)}, **intake) == {
        file.id: state
    }


def a_workbook() -> tuple[File, File, dict[str, Content]]:
    book = a_file("jawaban.xlsx")
    part = msgspec.structs.replace(a_file("xl/workbook.xml", containers=(b"jawaban.xlsx",)), parent=book.id)
    return book, part, {book.id: a_content(book, "a", XLSX, container="zip"), part.id: a_content(part, "b")}


@pytest.mark.parametrize("state", ["read", "unparsed"])
def test_a_workbook_is_read_only_if_a_reader_took_a_sheet_and_its_parts_follow_it(state):
    book, part, contents = a_workbook()
    outcome = Outcome(id="o", file=book.id, state=state, reader="statement-workbook" if state == "read" else None)

    assert states([book, part], contents=contents, outcomes={book.id: outcome}) == {book.id: state, part.id: state}


def test_a_reader_is_asked_about_a_workbook_and_not_about_its_parts():
    book, part, contents = a_workbook()

    asked = [file.path for file, _ in to_read(known([book, part], contents, {}), Rules({}))]

    assert asked == [b"jawaban.xlsx"]


def test_a_file_without_bytes_says_why():
    link = a_file("link", special="symbolic link")

    [row] = standings([Known(link)], Rules({}))

    assert (row.state, row.reason) == ("unparsed", "symbolic link")


def test_one_file_of_each_content_is_read_and_no_media():
    chat, copy, picture, empty = a_file("a.txt"), a_file("b.txt"), a_file("c.jpg"), a_file("d")
    kinds = {
        chat: ("a", "text/plain", 3),
        copy: ("a", "text/plain", 3),
        picture: ("b", "image/png", 3),
        empty: ("c", "", 0),
    }
    contents = {one.id: a_content(one, letter, kind, size=size) for one, (letter, kind, size) in kinds.items()}

    assert list(to_read(known(kinds, contents, {}), Rules({}))) == [(chat, contents[chat.id])]


def test_a_record_outside_the_period_of_the_paper_is_not_covered():
    paper = Authority(id="a", kind="court", number="1", issuer="PN", date="2026-09-01", covers_from="2026-08-01")
    place = place_of(a_file("a.txt"))

    def said(local):
        return Message(id="m", conversation="c", kind="text", place=place, sent=When(written="", local=local))

    assert [covers_record(paper, said(day)) for day in ("2026-07-31T23:59", "2026-08-01T00:00", None)] == [
        False,
        True,
        True,
    ]
