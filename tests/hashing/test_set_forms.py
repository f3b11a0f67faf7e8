# SPDX-License-Identifier: Apache-2.0
"""Lists as spreadsheets, tools and other units write them give every hash, or are refused with the line."""

import base64
import hashlib
import io
import json
from itertools import product

import pytest
from tests.each import each

from suluh.hashing.sets.entries import read_set
from suluh.hashing.sets.gatherer import Gatherer
from suluh.model.errors import Misuse

NAMES = ("satu", "dua", "tiga")
MD5 = [hashlib.md5(name.encode(), usedforsecurity=False).hexdigest() for name in NAMES]
SHA1 = [hashlib.sha1(name.encode(), usedforsecurity=False).hexdigest() for name in NAMES]
SHA256 = [hashlib.sha256(name.encode()).hexdigest() for name in NAMES]


def listed(form, end="\n"):
    rows = zip(MD5, SHA1, SHA256, strict=True)
    return end.join(form.format(md5=md5, sha1=sha1, sha256=sha256, MD5=md5.upper()) for md5, sha1, sha256 in rows) + end


FORMS = {
    "filler in words": "md5,sha1,name\n" + listed("{md5},N/A,f"),
    "filler as a dash": "name;md5;sha1\n" + listed("f;{md5};-"),
    "filler as null": "sha256\tmd5\n" + listed("null\t{md5}"),
    "quoted lines": listed('"{md5}"'),
    "quoted lines with commas": listed('"{md5}",'),
    "in single quotes": listed("'{md5}'"),
    "0x before": listed("0x{md5}"),
    "0x in a table": "md5,name\n" + listed("0x{MD5},f"),
    "formulas of a spreadsheet": "md5,name\n" + listed('"=""{md5}""",f'),
    "title rows": "Daftar unit,,\n\nmd5,name\n" + listed("{md5},f"),
    "many title rows": "Daftar\nUnit Uji\n2026\n\nNama;MD5;Kategori\n" + listed("f;{md5};1"),
    "sep": "sep=;\nmd5;name\n" + listed("{md5};f"),
    "sep in quotes of another kind": "sep=|\r\nmd5|name\r\n" + listed("{md5}|f", "\r\n"),
    "remark before a heading": "# daftar\nmd5,name\n" + listed("{md5},f"),
    "heading as a remark": "#md5,name\n" + listed("{md5},f"),
    "MD5 Hash": "MD5 Hash,File Name\n" + listed("{md5},f"),
    "FILE_MD5": "FILE_MD5;FILE_NAME\n" + listed("{md5};f"),
    "md5sum": "md5sum,path\n" + listed("{md5},f"),
    "Hash (MD5)": "No,Hash (MD5)\n" + listed("1,{md5}"),
    "hash value": "Hash Value,Name\n" + listed("{sha1},f"),
    "SHA-256 of the file": '"File","SHA-256 Hash"\n' + listed('"f","{sha256}"'),
    "no heading": listed("{MD5},{sha1},f"),
    "no heading, name first": listed("f.jpg;{sha1}"),
    "no heading, tabs": listed("{md5}\t{sha1}"),
    "bsd": listed("MD5 (f) = {md5}"),
    "bsd, sha256": listed("SHA256 (a b (1).jpg) = {sha256}"),
    "hash and name": listed("{md5} f"),
    "sha1sum": listed("{sha1} *f.jpg"),
    "labels": listed("md5:{md5}"),
    "labels in a table": "hash,name\n" + listed("sha256:{sha256},f"),
    "one column of several kinds": f"hash\n{MD5[0]}\n{SHA1[1]}\n{SHA256[2]}\n",
    "CR alone": listed("{md5}", "\r"),
    "CR alone in a table": listed("{md5},f", "\r").join(("md5,name\r", "")),
    "colons between bytes": "md5,name\n"
    + "".join(":".join(m[i : i + 2] for i in range(0, 32, 2)) + ",f\n" for m in MD5),
    "base64": "md5,name\n" + "".join(f"{base64.b64encode(bytes.fromhex(m)).decode()},f\n" for m in MD5),
    "quoted names with commas": "name,md5\n" + listed('"a, b",{md5}'),
    "quoted names over lines": "md5,name\n" + listed('{md5},"a\nb"'),
    "bars": "md5|name\n" + listed("{md5}|f"),
}


def media(**fields):
    return [
        dict({"MediaID": number, "Category": 1}, **{k: v[number] for k, v in fields.items()}) for number in range(3)
    ]


def named(name, values, key="HashName", value="HashValue"):
    return [[{key: name, value: one}] for one in values]


CONTEXT = "http://github.com/ICMEC/ProjectVic/DataModels/2.0.xml/US/$metadata#Media"
VICS = {
    "AlternativeHashes": {"@odata.context": CONTEXT, "value": media(AlternativeHashes=named("SHA256", SHA256))},
    "AlternateHashes": {"@odata.context": CONTEXT, "value": media(AlternateHashes=named("SHA-256", SHA256))},
    "keys in small letters": {"@odata.context": CONTEXT, "value": [{"mediaid": 1, "md5": one} for one in MD5]},
    "inner keys in small letters": {
        "@odata.context": CONTEXT,
        "value": media(alternativehashes=named("sha1", SHA1, "hashname", "hashvalue")),
    },
    "base64": {
        "@odata.context": CONTEXT,
        "value": media(MD5=[base64.b64encode(bytes.fromhex(one)).decode() for one in MD5]),
    },
    "bare array": media(MD5=MD5),
    "bare array, upper": media(SHA1=[one.upper() for one in SHA1]),
    "no model": {"value": media(MD5=MD5)},
    "www": {"@odata.context": CONTEXT.replace("//", "//www."), "value": media(MD5=MD5)},
}


def read(data):
    taker = Gatherer("x")
    return taker, read_set(io.BytesIO(data), "daftar", taker)


@each("form, mark", product(sorted(FORMS), ("utf-8", "utf-8-sig", "utf-16", "utf-16-le")))
def test_every_form_gives_its_three_hashes(form, mark):
    taker, told = read(FORMS[form].encode(mark))

    assert (taker.count, told.flawed) == (3, 0)


@pytest.mark.parametrize("form", sorted(VICS))
def test_every_form_of_vics_gives_its_three_hashes(form):
    for indent in (None, 2):
        taker, told = read(json.dumps(VICS[form], indent=indent).encode())

        assert (taker.count, told.flawed, told.format) == (3, 0, "vics")


def test_alternative_hashes_count_beside_an_md5():
    taker, _ = read(
        json.dumps(
            {"@odata.context": CONTEXT, "value": media(MD5=MD5, AlternativeHashes=named("SHA256", SHA256))}
        ).encode()
    )

    assert {name: len(keys.words) for name, keys in taker.finish().keys.items()} == {"sha256": 3, "md5": 3}


@pytest.mark.parametrize("place", [0, 1, 2])
@pytest.mark.parametrize("column", ["md5,name\n{md5},{q}f", "name,md5\n{q}f,{md5}"])
def test_an_open_quote_hides_no_other_line(place, column):
    heading, row = column.split("\n")
    lines = [row.format(md5=md5, q='"' if number == place else "") for number, md5 in enumerate(MD5)]

    taker, told = read("\n".join([heading, *lines, ""]).encode())

    assert (taker.count, told.flawed) == (3, 0)


def test_two_open_quotes_hide_nothing_either():
    taker, _ = read(f'md5,name\n{MD5[0]},"f\n{MD5[1]},f\n{MD5[2]},f"\n'.encode())

    assert taker.count == 3


def test_a_row_with_one_hash_that_is_none_counts_by_its_other_and_is_told():
    taker, told = read(f"md5,sha1\n{MD5[0]},{SHA1[0][:-1]}\n{MD5[1]},{SHA1[1]}\n".encode())

    assert taker.count == 2
    assert [(one.line, one.reason) for one in told.flaws] == [
        (2, "sha1 has 39 characters, not 40: the row's other hash is used")
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (b"berkas,ukuran\nfoto.jpg,17\n", "line 1, 'berkas,ukuran', names no column of hashes"),
        (b"\n\nhalo\n", "line 3, 'halo'"),
        (b"\x00\x01\x02\x03" * 40, "its first bytes are no text"),
        (b"md5,name\nN/A,f\n", "line 2: the row has no hash"),
        (b"sha512,name\n" + b"a" * 128 + b",f\n", "line 1"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_line_and_the_reason(text, expected):
    with pytest.raises(Misuse, match=expected.replace("(", r"\(")):
        read(text)


def test_a_column_of_photodna_is_no_hash_of_another_kind():
    taker, told = read(f"PhotoDNA,MD5\n{'A' * 64},{MD5[0]}\n".encode())

    assert (taker.count, told.flawed) == (1, 0)
    assert set(taker.finish().keys) == {"md5"}
