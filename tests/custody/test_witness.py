# SPDX-License-Identifier: Apache-2.0
"""Lines outside a case are compared with its ledger: rolled back, rewritten, grown."""

import pytest

from suluh.custody.tree import Tree, leaf_hash
from suluh.custody.verify import Ledger
from suluh.custody.witness import Seen, check_seen, is_log, read_lines
from suluh.model.errors import BrokenCustody, Misuse

LOG, OTHER = "a" * 26, "b" * 26
LEAVES = [leaf_hash(str(number).encode()) for number in range(9)]


def seen(size: int) -> Seen:
    return Seen.of(Tree.of(LEAVES[:size]))


def test_what_a_witness_keeps_it_says_again():
    lines = [seen(size).line(LOG) for size in (3, 7)]

    found = read_lines("w.txt", lines, LOG)

    assert [(one.size, one.root, one.where) for one in found.seen] == [
        (3, seen(3).root, "line 1 of w.txt"),
        (7, seen(7).root, "line 2 of w.txt"),
    ]


def test_a_line_says_whether_a_checkpoint_lay_there():
    lines = [seen(3).line(LOG), seen(3)._replace(is_note=True).line(LOG), seen(3).line(LOG)[:-1] + " x\n"]

    found = read_lines("w.txt", lines, LOG)

    assert ([one.is_note for one in found.seen], found.unread) == ([False, True], (3,))


def test_every_line_is_in_one_part():
    good, other = seen(3).line(LOG), seen(4).line(OTHER)

    found = read_lines("w.txt", [good, other, "", "\n", "x\n", good.upper(), good[:-1]], LOG)

    assert (len(found.seen), found.others, found.unread) == (2, 1, (3, 4, 5, 6))


@pytest.mark.parametrize("order", [(1, 5, 9), (9, 5, 1), (5, 5, 5)])
def test_a_ledger_that_grew_from_all_that_was_seen_holds(order):
    check_seen([seen(size) for size in order], Ledger(leaves=LEAVES))
    check_seen([seen(size)._replace(root=seen(size).root[:16]) for size in order], Ledger(leaves=LEAVES))


@pytest.mark.parametrize("left", range(9))
def test_a_ledger_that_is_shorter_than_it_was_seen_is_named(left):
    with pytest.raises(BrokenCustody, match=f"rolled back: here saw entry 9, and {left} are left") as caught:
        check_seen([seen(9)._replace(where="here")], Ledger(leaves=LEAVES[:left]))

    assert (caught.value.rule, caught.value.where) == (8, f"entry {left + 1}")


@pytest.mark.parametrize("changed", range(9))
def test_a_ledger_of_which_any_entry_was_rewritten_is_named(changed):
    leaves = [*LEAVES[:changed], leaf_hash(b"another"), *LEAVES[changed + 1 :]]

    with pytest.raises(BrokenCustody, match="history was rewritten"):
        check_seen([seen(9)], Ledger(leaves=leaves))


def test_what_people_type_is_what_screens_show():
    one = seen(5)

    typed = Seen.typed(f" 5 {one.short().upper()}\n")

    assert (typed.size, typed.root) == (5, one.root[:16])
    check_seen([typed, Seen.typed(f"5: {one.root}")], Ledger(leaves=LEAVES))


@pytest.mark.parametrize(
    "text", ["", "5", "5 abcd", f"5 {'g' * 16}", f"05 {'a' * 16}", f"5 {'a' * 65}", f"-5 {'a' * 16}"]
)
def test_what_is_typed_short_is_misuse(text):
    with pytest.raises(Misuse, match="no entry with its root"):
        Seen.typed(text)


@pytest.mark.parametrize("log", ["", "../x", "a" * 25, "A" * 26, "a" * 26 + "\n"])
def test_what_is_no_log_names_no_file(log):
    assert not is_log(log)
    assert is_log(LOG)
