# SPDX-License-Identifier: Apache-2.0
"""A made-up time stamping authority: its certificates by `cryptography`, its tokens by the program `openssl`."""

import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

OPENSSL = shutil.which("openssl")
CONFIG = """
[tsa]
default_tsa = it
[it]
serial = {folder}/serial
crypto_device = builtin
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256, sha512
accuracy = secs:1
ess_cert_id_alg = sha256
"""


def name(common: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, common)])


@dataclass(frozen=True)
class Issued:
    """A certificate with its key."""

    certificate: x509.Certificate
    key: ec.EllipticCurvePrivateKey

    def pem(self) -> bytes:
        return self.certificate.public_bytes(Encoding.PEM)

    def secret(self) -> bytes:
        return self.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


def issue(
    common: str,
    by: Issued | None = None,
    *,
    is_ca: bool = False,
    days: tuple[int, int] = (-1000, 1000),
    usage: Sequence[x509.ObjectIdentifier] = (ExtendedKeyUsageOID.TIME_STAMPING,),
) -> Issued:
    """A certificate for so many days from now, signed by another one or by itself."""
    key, now = ec.generate_private_key(ec.SECP256R1()), datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name(common))
        .issuer_name(by.certificate.subject if by else name(common))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now + timedelta(days=days[0]))
        .not_valid_after(now + timedelta(days=days[1]))
        .add_extension(x509.BasicConstraints(ca=is_ca, path_length=None), critical=True)
    )
    if not is_ca:
        made = made.add_extension(x509.ExtendedKeyUsage(list(usage)), critical=True)
        made = made.add_extension(_may_sign(), critical=True)
    return Issued(made.sign(by.key if by else key, SHA256()), key)


def _may_sign() -> x509.KeyUsage:
    others = ("content_commitment", "key_encipherment", "data_encipherment", "key_agreement", "key_cert_sign")
    never = (*others, "crl_sign", "encipher_only", "decipher_only")
    return x509.KeyUsage(digital_signature=True, **dict.fromkeys(never, False))


@dataclass(frozen=True)
class Authority:
    """Who answers requests."""

    folder: Path
    root: Issued
    signer: Issued

    @classmethod
    def start(cls, folder: Path, common: str = "Otoritas Uji", **changes: object) -> "Authority":
        """A new authority with a root of its own."""
        root = issue(f"Akar {common}", is_ca=True)
        return cls(folder, root, issue(common, root, **changes))  # type: ignore[arg-type] # options of `issue`

    def answer(self, request: bytes, *, chain: Sequence[Issued] = ()) -> bytes:
        """A token for a request."""
        self.folder.mkdir(parents=True, exist_ok=True)
        files = {"request.tsq": request, "signer.pem": self.signer.pem(), "signer.key": self.signer.secret()}
        files |= {"chain.pem": b"".join(one.pem() for one in (*chain, self.root)), "serial": b"01\n"}
        files["tsa.conf"] = CONFIG.format(folder=self.folder).encode()
        for each, content in files.items():
            (self.folder / each).write_bytes(content)
        words = ["ts", "-reply", "-config", "tsa.conf", "-section", "it", "-queryfile", "request.tsq"]
        self._run(*words, "-signer", "signer.pem", "-inkey", "signer.key", "-chain", "chain.pem", "-out", "answer.tsr")
        return (self.folder / "answer.tsr").read_bytes()

    def _run(self, *words: str) -> None:
        done = subprocess.run(["openssl", *words], cwd=self.folder, capture_output=True, check=False)
        assert done.returncode == 0, done.stderr.decode()
