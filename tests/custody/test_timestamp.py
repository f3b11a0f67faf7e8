# SPDX-License-Identifier: Apache-2.0
"""Time stamps hold when OpenSSL says so as well, and are refused in a sentence when they do not."""

import random
import subprocess
import warnings
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.utils import CryptographyDeprecationWarning
from tests.authority import OPENSSL, Authority, Issued, issue

from suluh.custody.timestamp import _parts, _whole, certificates_in, check_timestamp, request_for, timestamped_digest
from suluh.model.errors import BadBody

NOTE = b"suluh/abc\n41\n3f2a\n"
pytestmark = pytest.mark.skipif(OPENSSL is None, reason="the program openssl is not installed")


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("authority")


@pytest.fixture(scope="module")
def authority(folder) -> Authority:
    return Authority.start(folder / "one")


@pytest.fixture(scope="module")
def other(folder) -> Authority:
    return Authority.start(folder / "two", "Otoritas Lain")


@pytest.fixture(scope="module")
def answer(authority) -> bytes:
    return authority.answer(request_for(NOTE))


def does_openssl_agree(folder: Path, answer: bytes, note: bytes, *roots: Issued) -> bool:
    files = {"answer.tsr": answer, "note": note, "roots.pem": b"".join(one.pem() for one in roots)}
    for name, content in files.items():
        (folder / name).write_bytes(content)
    words = ["openssl", "ts", "-verify", "-data", "note", "-in", "answer.tsr", "-CAfile", "roots.pem"]
    return subprocess.run(words, cwd=folder, capture_output=True, check=False).returncode == 0


def test_a_time_stamp_of_a_checkpoint_holds(authority, answer, folder):
    found = check_timestamp(answer, NOTE, authority.root.pem())

    assert found.authority == "CN=Otoritas Uji"
    assert does_openssl_agree(folder, answer, NOTE, authority.root)


def test_the_request_is_the_same_for_ever_and_openssl_reads_it(folder):
    (folder / "request.tsq").write_bytes(request_for(NOTE))
    words = ["openssl", "ts", "-query", "-in", "request.tsq", "-text"]
    text = subprocess.run(words, cwd=folder, capture_output=True, check=True).stdout.decode()

    assert request_for(NOTE) == request_for(NOTE)
    assert "Hash Algorithm: sha256" in text
    assert "Certificate required: yes" in text


def test_one_of_something_else_is_refused(authority, answer, folder):
    with pytest.raises(BadBody, match="something else than the checkpoint"):
        check_timestamp(answer, NOTE + b"\n", authority.root.pem())
    assert not does_openssl_agree(folder, answer, NOTE + b"\n", authority.root)


def test_one_of_another_authority_is_refused(other, answer, folder):
    with pytest.raises(BadBody, match="not signed under the certificates given"):
        check_timestamp(answer, NOTE, other.root.pem())
    assert not does_openssl_agree(folder, answer, NOTE, other.root)


def test_certificates_that_were_put_into_an_answer_make_it_no_better(authority, other, answer, folder):
    """Whoever carries the answer may lay certificates of a trusted authority into it: who signed stays who signed."""
    added = injected(answer, other.signer, other.root)

    with pytest.raises(BadBody, match="not signed under the certificates given"):
        check_timestamp(added, NOTE, other.root.pem())
    assert not does_openssl_agree(folder, added, NOTE, other.root)
    assert check_timestamp(added, NOTE, authority.root.pem()).authority == "CN=Otoritas Uji"


def injected(answer: bytes, *more: Issued) -> bytes:
    """An answer with further certificates in it."""
    [(outer, response)] = _parts(answer)
    status, (kind, token) = _parts(response)
    name, (content, wrapped) = _parts(token)
    [(inner, signed)] = _parts(wrapped)
    extra = b"".join(one.certificate.public_bytes(Encoding.DER) for one in more)
    parts = [(tag, body + extra if tag == 0xA0 else body) for tag, body in _parts(signed)]
    token = _whole([name, (content, _whole([(inner, _whole(parts))]))])
    return _whole([(outer, _whole([status, (kind, token)]))])


@pytest.mark.parametrize("days", [(-1000, -900), (900, 1000)], ids=["ended", "not begun"])
def test_one_by_a_certificate_that_was_not_valid_then_is_refused(folder, days):
    late = Authority.start(folder / f"late{days[0]}", days=days)
    answer = late.answer(request_for(NOTE))

    with pytest.raises(BadBody, match="not signed under the certificates given"):
        check_timestamp(answer, NOTE, late.root.pem())
    assert not does_openssl_agree(folder, answer, NOTE, late.root)


def test_one_between_root_and_signer_is_given_beside_the_root(folder):
    root = issue("Akar", is_ca=True)
    middle = issue("Tengah", root, is_ca=True)
    made = Authority(folder / "chain", root, issue("Otoritas", middle))
    answer = made.answer(request_for(NOTE))

    with pytest.raises(BadBody, match="not signed under"):
        check_timestamp(answer, NOTE, root.pem())
    assert check_timestamp(answer, NOTE, root.pem() + middle.pem()).authority == "CN=Otoritas"


def test_an_answer_over_sha512_is_refused(authority, folder):
    (folder / "big").write_bytes(NOTE)
    words = ["openssl", "ts", "-query", "-data", "big", "-sha512", "-cert", "-out", "big.tsq"]
    subprocess.run(words, cwd=folder, capture_output=True, check=True)
    answer = authority.answer((folder / "big.tsq").read_bytes())

    with pytest.raises(BadBody, match="of no SHA-256"):
        timestamped_digest(answer)


def test_an_answer_that_refuses_says_so(authority, folder):
    (folder / "weak").write_bytes(NOTE)
    words = ["openssl", "ts", "-query", "-data", "weak", "-sha1", "-cert", "-out", "weak.tsq"]
    subprocess.run(words, cwd=folder, capture_output=True, check=True)
    answer = authority.answer((folder / "weak.tsq").read_bytes())

    with pytest.raises(BadBody, match="the authority gave no time stamp"):
        check_timestamp(answer, NOTE, authority.root.pem())


def test_every_cut_is_refused(authority, answer):
    for size in range(len(answer)):
        with pytest.raises(BadBody):
            check_timestamp(answer[:size], NOTE, authority.root.pem())
    with pytest.raises(BadBody):
        check_timestamp(answer + b"\0", NOTE, authority.root.pem())


def test_of_changed_bytes_none_is_taken_that_openssl_refuses(authority, answer, folder):
    """What neither names lies in certificates that nobody needs: the ledger has the SHA-256 of the whole answer."""
    draw, taken = random.Random(13), []  # noqa: S311 # places to be found again, no secrets
    for place in draw.sample(range(len(answer)), 400):
        changed = answer[:place] + bytes([answer[place] ^ (1 << draw.randrange(8))]) + answer[place + 1 :]
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", CryptographyDeprecationWarning)
                check_timestamp(changed, NOTE, authority.root.pem())
        except BadBody:
            continue
        taken.append(changed)

    assert len(taken) < 300
    assert all(does_openssl_agree(folder, one, NOTE, authority.root) for one in taken[:25])


@pytest.mark.parametrize("what", ["nothing", "no root", "two roots", "no text"])
def test_certificates_without_one_root_are_refused(authority, other, what):
    pem = {
        "nothing": b"",
        "no root": authority.signer.pem(),
        "two roots": authority.root.pem() + other.root.pem(),
        "no text": b"\xff\xfe",
    }[what]

    with pytest.raises(BadBody, match="certificates"):
        certificates_in(pem)
