# SPDX-License-Identifier: Apache-2.0
"""The Merkle tree of RFC 6962: one root over many leaves, and short proofs that a leaf stands under it."""

import hashlib
from collections.abc import Iterable, Sequence
from typing import Self

from suluh.model.errors import CaseIsDamaged

HASH = 32
EMPTY = hashlib.sha256(b"").digest()


def leaf_hash(raw: bytes) -> bytes:
    """The hash of one leaf."""
    return hashlib.sha256(b"\x00" + raw).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """The hash of an inner node."""
    return hashlib.sha256(b"\x01" + left + right).digest()


class Tree:
    """A tree that grows at its end; it keeps the roots of its full subtrees and nothing else."""

    def __init__(self, size: int = 0, peaks: Iterable[bytes] = ()) -> None:
        self.size = size
        self._peaks = list(peaks)

    @classmethod
    def of(cls, leaves: Iterable[bytes]) -> Self:
        """The tree over leaf hashes, in their order."""
        tree = cls()
        for leaf in leaves:
            tree.append(leaf)
        return tree

    @classmethod
    def load(cls, state: bytes | None) -> Self:
        """The tree as `dump` wrote it; without a state the empty one. Raises `CaseIsDamaged`."""
        if state is None:
            return cls()
        size = int.from_bytes(state[:8], "big")
        if len(state) != 8 + HASH * size.bit_count():
            raise CaseIsDamaged("the kept state of the ledger's tree is cut or too long: run `suluh verify`")
        return cls(size, (state[start : start + HASH] for start in range(8, len(state), HASH)))

    def dump(self) -> bytes:
        """The state that `load` reads."""
        return self.size.to_bytes(8, "big") + b"".join(self._peaks)

    def append(self, leaf: bytes) -> None:
        """Add a leaf hash at the end."""
        node, size = leaf, self.size
        while size & 1:
            node = node_hash(self._peaks.pop(), node)
            size >>= 1
        self._peaks.append(node)
        self.size += 1

    def root(self) -> bytes:
        """The root over all leaves."""
        if not self._peaks:
            return EMPTY
        node = self._peaks[-1]
        for peak in reversed(self._peaks[:-1]):
            node = node_hash(peak, node)
        return node


def root_of(leaves: Iterable[bytes]) -> bytes:
    """The root over leaf hashes that are all there: as `Tree` gives it, level by level and several times as fast."""
    level = list(leaves)
    while len(level) > 1:
        above = [hashlib.sha256(b"\x01" + left + right).digest() for left, right in zip(level[::2], level[1::2])]  # noqa: B905 # the odd one is next
        level = [*above, level[-1]] if len(level) & 1 else above
    return level[0] if level else EMPTY


def inclusion(leaves: Sequence[bytes], index: int) -> tuple[bytes, ...]:
    """The proof that the leaf at `index` stands in the tree over these leaf hashes, from the leaf upwards."""
    if not 0 <= index < len(leaves):
        raise IndexError(f"a tree of {len(leaves)} leaves has no leaf {index}")
    proof: list[bytes] = []
    start, end = 0, len(leaves)
    while end - start > 1:
        middle = start + _left_size(end - start)
        if index < middle:
            proof.append(Tree.of(leaves[middle:end]).root())
            end = middle
        else:
            proof.append(Tree.of(leaves[start:middle]).root())
            start = middle
    return tuple(reversed(proof))


def is_included(leaf: bytes, index: int, size: int, proof: Sequence[bytes], root: bytes) -> bool:
    """Whether the proof shows that this leaf hash stands at `index` in the tree of that size and root."""
    if not 0 <= index < size:
        return False
    node, last = leaf, size - 1
    for step in proof:
        if last == 0:
            return False
        if index & 1 or index == last:
            node = node_hash(step, node)
            while not index & 1 and index:
                index, last = index >> 1, last >> 1
        else:
            node = node_hash(node, step)
        index, last = index >> 1, last >> 1
    return last == 0 and node == root


class Levels:
    """All full subtrees over leaf hashes, level by level: who asks for many proofs of one tree has each at once."""

    def __init__(self, leaves: Sequence[bytes]) -> None:
        self.size = len(leaves)
        self._levels = [list(leaves)]
        while len(self._levels[-1]) > 1:
            below = self._levels[-1]
            self._levels.append([node_hash(*pair) for pair in zip(below[::2], below[1::2], strict=False)])

    def root(self, size: int) -> bytes:
        """The root over the first so many leaves."""
        return self._over(0, size) if size else EMPTY

    def consistency(self, size: int) -> tuple[bytes, ...]:
        """The proof that the tree over the first so many leaves is the beginning of this one. Raises `IndexError`."""
        if not 0 < size <= self.size:
            raise IndexError(f"a tree of {self.size} leaves does not begin with {size}")
        proof: list[bytes] = []
        start, end, is_whole = 0, self.size, True
        while size < end:
            middle = start + _left_size(end - start)
            if size <= middle:
                proof.append(self._over(middle, end))
                end = middle
            else:
                proof.append(self._over(start, middle))
                start, is_whole = middle, False
        return tuple(reversed(proof if is_whole else [*proof, self._over(start, end)]))

    def _over(self, start: int, end: int) -> bytes:
        """The root over some leaves that one subtree is over, full or the last of its level."""
        size = end - start
        if size & (size - 1) == 0:
            return self._levels[size.bit_length() - 1][start // size]
        middle = start + _left_size(size)
        return node_hash(self._over(start, middle), self._over(middle, end))


def is_consistent(before: int, size: int, proof: Sequence[bytes], first: bytes, root: bytes) -> bool:
    """Whether the proof shows that a tree of this size and root begins with the one of size `before` and root `first`.

    RFC 9162, section 2.1.4.2.
    """
    if not 0 < before <= size or (before == size and proof):
        return False
    if before == size:
        return first == root
    steps = [first, *proof] if before & (before - 1) == 0 else list(proof)
    if not steps:
        return False
    node, last = before - 1, size - 1
    while node & 1:
        node, last = node >> 1, last >> 1
    old = new = steps[0]
    for step in steps[1:]:
        if last == 0:
            return False
        if node & 1 or node == last:
            old, new = node_hash(step, old), node_hash(step, new)
            while not node & 1 and node:
                node, last = node >> 1, last >> 1
        else:
            new = node_hash(new, step)
        node, last = node >> 1, last >> 1
    return last == 0 and old == first and new == root


def _left_size(size: int) -> int:
    """The largest power of two below `size`."""
    return 1 << ((size - 1).bit_length() - 1)
