# SPDX-License-Identifier: Apache-2.0
"""An examiner's list of hashes is read in the ways that tools write it."""

import pytest

from suluh.exhibits.manifest import stated

SHA256, SHA1, MD5 = "ab" * 32, "cd" * 20, "ef" * 16

LISTS = {
    "sha256sum": (f"{SHA256}  ./DCIM/a b.jpg\n", (("DCIM/a b.jpg", SHA256),)),
    "md5sum binary": (f"{MD5} *x.bin\n", (("x.bin", MD5),)),
    "escaped name": (f"\\{SHA256}  odd\\nname\\\\x\n", (("odd\nname\\x", SHA256),)),
    "bare": (f"{SHA1.upper()}\n", (("", SHA1),)),
    "bsd": (f"SHA256 (x/y) = {SHA256}\nMD5 (z) = {MD5}\n", (("x/y", SHA256), ("z", MD5))),
    "csv with names": (
        f"Path;MD5;SHA-256;Size\r\nDCIM\\a.jpg;{MD5};{SHA256};12\r\n",
        (("DCIM/a.jpg", MD5), ("DCIM/a.jpg", SHA256)),
    ),
    "csv without names": (f'{SHA256},"a, b.txt"\n', (("a, b.txt", SHA256),)),
    "tabs": (f"x.jpg\t{SHA1}\n", (("x.jpg", SHA1),)),
    "comments and gaps": (f"# by hand\n\n{MD5}  x\n", (("x", MD5),)),
    "a separator in a name": (f"{MD5}  a\u2028b\n", (("a\u2028b", MD5),)),
}


@pytest.mark.parametrize("name", sorted(LISTS))
def test_a_list_is_read_whole(name):
    text, hashes = LISTS[name]

    assert stated(text.encode())[:2] == (hashes, ())


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_mark_says_how_it_is_written(encoding):
    assert stated(f"{MD5}  é.jpg\n".encode(encoding)).hashes == (("é.jpg", MD5),)


def test_lines_that_say_nothing_are_named():
    text = f"Report of 2025\n{MD5}  x\n{MD5[:-1]}  y\nb.jpg;;;\n"

    assert stated(text.encode())[:2] == ((("x", MD5),), (1, 3, 4))
