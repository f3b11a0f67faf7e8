# SPDX-License-Identifier: Apache-2.0
"""Time stamps by RFC 3161: another office's signed word that the SHA-256 of a checkpoint existed at a time.

Requests and answers are files that somebody carries: nothing here speaks to anybody. Whose certificates are trusted is
said by who attaches a stamp, from what they received another way.
"""

import hashlib
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import NamedTuple

from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding
from rfc3161_client import TimestampRequestBuilder, VerifierBuilder, decode_timestamp_response
from rfc3161_client.base import HashAlgorithm
from rfc3161_client.errors import VerificationError
from rfc3161_client.tsp import TimeStampResponse

from suluh.model.errors import BadBody

MOST = 1 << 17
"""Bytes of an answer, or of certificates."""

OF_SHA256 = x509.ObjectIdentifier("2.16.840.1.101.3.4.2.1")
FAULTS = (
    *(VerificationError, ValueError, TypeError, OverflowError, UnsupportedAlgorithm, InvalidSignature),
    *(x509.InvalidVersion, x509.DuplicateExtension, x509.UnsupportedGeneralNameType),
)
"""What the libraries raise for bytes that are no time stamp, or none that holds."""

_FIRST = 0xA0
_LONG, _HIGH = 0x80, 0x1F


class TimeStamp(NamedTuple):
    """What an answer says, and who signed it."""

    at: datetime
    """The time that the authority states, in UTC."""

    authority: str
    """Subject of the certificate that signed."""

    root: str
    """SHA-256 of the root that is trusted, hex: it is to be compared with what was received another way."""


def request_for(note: bytes) -> bytes:
    """The request for a time stamp of a checkpoint: the same for ever, for a checkpoint is signed once."""
    builder = TimestampRequestBuilder().data(note).hash_algorithm(HashAlgorithm.SHA256)
    return builder.nonce(nonce=False).cert_request(cert_request=True).build().as_bytes()


def certificates_in(pem: bytes) -> list[x509.Certificate]:
    """The certificates of an authority: one root and what lies below it. Raises `BadBody`."""
    try:
        found = x509.load_pem_x509_certificates(pem)
    except ValueError as error:
        raise BadBody(
            "this holds no certificates as PEM: ask the authority for its root, and those below it"
        ) from error
    if len(_roots(found)) != 1:
        raise BadBody(
            "these certificates are not of one root, which signs itself: ask the authority for its root alone"
        )
    return found


def pem_of(certificates: Iterable[x509.Certificate]) -> bytes:
    """Certificates in the one form in which they are kept."""
    return b"".join(one.public_bytes(Encoding.PEM) for one in certificates)


def timestamped_digest(answer: bytes) -> bytes:
    """The SHA-256 of which an answer speaks. Raises `BadBody`."""
    imprint = _read(answer).tst_info.message_imprint
    if imprint.hash_algorithm != OF_SHA256:
        raise BadBody("this time stamp is of no SHA-256: ask for one again with the request that was made here")
    return imprint.message


def check_timestamp(answer: bytes, note: bytes, pem: bytes) -> TimeStamp:
    """Check that an answer is of a checkpoint, and signed under the roots given. Raises `BadBody`."""
    certificates = certificates_in(pem)
    [root] = _roots(certificates)
    response = _read(answer)
    if timestamped_digest(answer) != hashlib.sha256(note).digest():
        raise BadBody("this time stamp is of something else than the checkpoint beside it")
    verifier = VerifierBuilder(roots=[root], intermediates=[one for one in certificates if one != root]).build()
    try:
        verifier.verify(response, hashlib.sha256(note).digest())
    except FAULTS as error:
        raise BadBody(f"this time stamp is not signed under the certificates given: {error}") from error
    signer = _signer(response, certificates)
    return TimeStamp(response.tst_info.gen_time, signer.subject.rfc4514_string(), root.fingerprint(SHA256()).hex())


def _roots(certificates: Sequence[x509.Certificate]) -> list[x509.Certificate]:
    return [one for one in certificates if _is_root(one)]


def _is_root(certificate: x509.Certificate) -> bool:
    try:
        certificate.verify_directly_issued_by(certificate)
    except FAULTS:
        return False
    return True


def _read(answer: bytes) -> TimeStampResponse:
    """An answer that grants a stamp. Raises `BadBody`."""
    try:
        response = decode_timestamp_response(_in_order(answer))
        if response.status:
            said = "; ".join(response.status_string) or f"status {response.status}"
            raise BadBody(f"the authority gave no time stamp ({said}): ask it why")
        response.tst_info.gen_time  # noqa: B018 # what has a status and no token has no time either
    except FAULTS as error:
        raise BadBody(f"this is no answer of a time stamping authority, or was cut off: {error}") from error
    return response


def _signer(response: TimeStampResponse, more: Sequence[x509.Certificate]) -> x509.Certificate:
    """The certificate that the signature names. Raises `BadBody`."""
    known = [*(x509.load_der_x509_certificate(one) for one in response.signed_data.certificates), *more]
    for info in response.signed_data.signer_infos:
        for one in known:
            if (one.issuer, one.serial_number) == (info.issuer, info.serial_number):
                return one
    raise BadBody("this time stamp does not hold the certificate that signed it: ask for one that does")


def _in_order(answer: bytes) -> bytes:
    """The same answer with its certificates in the order of DER, which OpenSSL leaves out and nobody signed."""
    try:
        [(outer, response)] = _parts(answer)
        status, (kind, token), *_ = _parts(response)
        name, (content, wrapped) = _parts(token)
        [(inner, signed)] = _parts(wrapped)
        sorted_ = [(tag, _sorted(body) if tag == _FIRST else body) for tag, body in _parts(signed)]
    except ValueError:
        return answer
    token = _whole([name, (content, _whole([(inner, _whole(sorted_))]))])
    return _whole([(outer, _whole([status, (kind, token)]))])


def _sorted(body: bytes) -> bytes:
    return b"".join(sorted(_whole([one]) for one in _parts(body)))


def _parts(raw: bytes) -> list[tuple[int, bytes]]:
    """What stands side by side in DER: tags and bodies. Raises `ValueError`."""
    found = []
    while raw:
        if len(raw) < 2 or raw[0] & _HIGH == _HIGH or raw[1] == _LONG:  # noqa: PLR2004 # a tag and a length
            raise ValueError("this is no DER")
        more = raw[1] & ~_LONG if raw[1] & _LONG else 0
        size = int.from_bytes(raw[2 : 2 + more], "big") if more else raw[1]
        start = 2 + more
        if len(raw) < start + size:
            raise ValueError("this ends too early")
        found.append((raw[0], raw[start : start + size]))
        raw = raw[start + size :]
    return found


def _whole(parts: Iterable[tuple[int, bytes]]) -> bytes:
    """The same written again."""
    return b"".join(bytes([tag]) + _length(len(body)) + body for tag, body in parts)


def _length(size: int) -> bytes:
    if size < _LONG:
        return bytes([size])
    raw = size.to_bytes((size.bit_length() + 7) // 8, "big")
    return bytes([_LONG | len(raw)]) + raw
