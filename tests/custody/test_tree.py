# SPDX-License-Identifier: Apache-2.0
"""The tree gives the published roots and proofs, and no other proof passes."""

import base64
import json
from pathlib import Path

import pytest

from suluh.custody.curve import is_grown
from suluh.custody.tree import EMPTY, Levels, Tree, inclusion, is_consistent, is_included, leaf_hash, root_of
from suluh.model.errors import CaseIsDamaged

VECTORS = json.loads((Path(__file__).parents[1] / "data/custody/rfc6962.json").read_text("utf-8"))
LEAVES = [leaf_hash(bytes.fromhex(leaf)) for leaf in VECTORS["leaves"]]
LEAVES_OF = [leaf_hash(bytes([number])) for number in range(40)]


def raw(text: str) -> bytes:
    return base64.b64decode(text)


@pytest.mark.parametrize("size", range(1, 9))
def test_the_roots_are_those_published(size: int) -> None:
    assert Tree.of(LEAVES[:size]).root().hex() == VECTORS["roots"][size - 1]


def test_the_empty_tree_has_the_root_of_nothing() -> None:
    assert Tree.of([]).root() == EMPTY == Tree.load(None).root()


@pytest.mark.parametrize("case", VECTORS["inclusion"])
def test_published_inclusion_proofs_pass_and_are_ours(case: dict[str, object]) -> None:
    proof = tuple(map(raw, case["proof"]))

    assert is_included(raw(case["leafHash"]), case["leafIdx"], case["treeSize"], proof, raw(case["root"]))
    assert inclusion(LEAVES[: case["treeSize"]], case["leafIdx"]) == proof


@pytest.mark.parametrize("size", range(1, 34))
def test_every_leaf_of_every_size_has_a_proof_for_its_own_place_only(size: int) -> None:
    leaves = [leaf_hash(bytes([number])) for number in range(size)]
    root = Tree.of(leaves).root()

    for index, leaf in enumerate(leaves):
        proof = inclusion(leaves, index)
        passing = [place for place in range(size + 1) if is_included(leaf, place, size, proof, root)]
        assert passing == [index]


@pytest.mark.parametrize(
    "spoil", [lambda p: p[:-1], lambda p: (*p, EMPTY), lambda p: (EMPTY, *p[1:]), lambda p: p[::-1]]
)
def test_a_spoilt_proof_fails(spoil: object) -> None:
    proof = inclusion(LEAVES, 5)

    assert not is_included(LEAVES[5], 5, 8, spoil(proof), Tree.of(LEAVES).root())


def test_the_root_over_all_leaves_at_once_is_that_of_the_tree() -> None:
    leaves = [leaf_hash(str(number).encode()) for number in range(70)]

    assert all(root_of(leaves[:size]) == Tree.of(leaves[:size]).root() for size in range(71))


def test_a_tree_goes_on_from_its_kept_state() -> None:
    tree = Tree.load(Tree.of(LEAVES[:5]).dump())

    for leaf in LEAVES[5:]:
        tree.append(leaf)

    assert (tree.size, tree.dump()) == (8, Tree.of(LEAVES).dump())


def test_a_cut_state_is_damage() -> None:
    with pytest.raises(CaseIsDamaged):
        Tree.load(Tree.of(LEAVES[:5]).dump()[:-1])


@pytest.mark.parametrize("size", range(1, 34))
def test_every_tree_proves_each_of_its_beginnings_and_no_other(size: int) -> None:
    levels = Levels([leaf_hash(bytes([number])) for number in range(size)])
    root = levels.root(size)

    for before in range(1, size + 1):
        proof, first = levels.consistency(before), Tree.of(LEAVES_OF[:before]).root()
        assert levels.root(before) == first
        passing = [place for place in range(size + 2) if is_consistent(place, size, proof, first, root)]
        theirs = [place for place in range(size + 2) if is_grown(place, size, proof, first, root)]
        assert passing == [before]
        assert theirs == ([before] if before < size else [])


@pytest.mark.parametrize(
    "spoil", [lambda p: p[:-1], lambda p: (*p, EMPTY), lambda p: (EMPTY, *p[1:]), lambda p: p[::-1]]
)
def test_a_spoilt_proof_of_a_beginning_fails(spoil: object) -> None:
    levels = Levels(LEAVES_OF[:11])
    proof = spoil(levels.consistency(6))

    assert not is_consistent(6, 11, proof, levels.root(6), levels.root(11))
    assert not is_grown(6, 11, proof, levels.root(6), levels.root(11))


def test_a_tree_is_no_beginning_of_another_one() -> None:
    levels, other = Levels(LEAVES_OF[:11]), Levels(LEAVES_OF[1:12])
    proof = levels.consistency(6)

    assert not is_consistent(6, 11, proof, other.root(6), levels.root(11))
    assert not is_consistent(6, 11, proof, levels.root(6), other.root(11))


@pytest.mark.parametrize("before", [0, 9])
def test_of_nothing_and_of_more_there_is_no_proof(before: int) -> None:
    with pytest.raises(IndexError):
        Levels(LEAVES).consistency(before)
