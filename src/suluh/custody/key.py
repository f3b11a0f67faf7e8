# SPDX-License-Identifier: Apache-2.0
"""An officer's own key: it signs, and opens what was sealed for them; a passphrase wraps it."""

import hashlib
import secrets
import unicodedata
from functools import lru_cache
from typing import Self, cast, get_args

import msgspec
from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from suluh.model.body import Part, body
from suluh.model.errors import BadBody, Misuse, WrongPassphrase
from suluh.model.people import Access

KEY = 32
_SEAL = b"suluh seal 1"
_FIELD = 2**255 - 19
_ORDER_8 = 0x7A03AC9277FDC74EC6CC392CFA53202A0F67100D760B3CBA4FD84D3D706A17C7
_WEAK = frozenset({0, 1, _FIELD - 1, _ORDER_8, _FIELD - _ORDER_8})
"""The y of the eight points under which one signature fits every message."""

_NONCE = bytes(12)
_MOST_MEMORY = 1 << 20
_MOST_PASSES = 64


class Strength(Part, frozen=True, kw_only=True):
    """What Argon2id costs: passes over the memory, KiB of memory, lanes."""

    passes: int
    memory: int
    lanes: int


NORMAL = Strength(passes=3, memory=65_536, lanes=4)
"""The second recommended choice of RFC 9106."""

QUICK = Strength(passes=1, memory=8, lanes=1)
"""For tests only: it costs nothing, and so protects nothing."""


class PublicKey(Part, frozen=True, kw_only=True):
    """The public half of an officer's key."""

    code: str
    access: Access
    signing: bytes
    """Ed25519."""

    box: bytes
    """X25519."""

    def body(self) -> bytes:
        """Canonical JSON, as a ``.pub`` file holds it."""
        return body(self)

    @classmethod
    def read(cls, raw: bytes) -> Self:
        """The public key of a ``.pub`` file. Raises `BadBody`."""
        try:
            key = msgspec.json.decode(raw, type=cls, strict=True)
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
            raise BadBody(f"these bytes are no officer's public key: {error}") from error
        if (len(key.signing), len(key.box)) != (KEY, KEY) or key.body() != raw:
            raise BadBody("these bytes are no officer's public key in its canonical form")
        return key

    def admission(self) -> dict[str, str]:
        """What the entry that admits this officer to a case says of them."""
        keys = {"key": self.signing.hex(), "box": self.box.hex()}
        return {"officer": self.code, "access": self.access, **keys}

    def shares(self, other: Self) -> bool:
        """Whether either half is also the other's: two officers have nothing in common."""
        return self.signing == other.signing or self.box == other.box

    @property
    def fingerprint(self) -> str:
        """The signing key in a form that can be read aloud: 32 hex digits in groups of four."""
        return fingerprint_of(self.signing)

    def verify(self, message: bytes, signature: bytes) -> bool:
        """Whether this officer signed the message."""
        return has_signed(self.signing, message, signature)

    def seal(self, secret: bytes) -> bytes:
        """The secret, so that only this officer can open it."""
        once = X25519PrivateKey.generate()
        sender = once.public_key().public_bytes_raw()
        shared = once.exchange(X25519PublicKey.from_public_bytes(self.box))
        return sender + ChaCha20Poly1305(_box_key(shared, sender, self.box)).encrypt(_NONCE, secret, None)


def fingerprint_of(signing: bytes) -> str:
    """The fingerprint of a signing key: 32 hex digits in groups of four."""
    text = hashlib.sha256(signing).hexdigest()[:32]
    return " ".join(text[start : start + 4] for start in range(0, len(text), 4))


@lru_cache(maxsize=4096)
def has_signed(signing: bytes, message: bytes, signature: bytes) -> bool:
    """Whether an Ed25519 key signed the message; under a weak key, or one in no canonical form, nobody signed.

    The same bytes give the same answer, so it is worked out once: each paper that is frozen verifies the whole case.
    """
    key = _signer(signing)
    if key is None:
        return False
    try:
        key.verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


def is_key(signing: bytes) -> bool:
    """Whether these are the 32 bytes of a key that can have signed: in canonical form, and not weak."""
    return _signer(signing) is not None


@lru_cache(maxsize=64)
def _signer(signing: bytes) -> Ed25519PublicKey | None:
    """The key that may have signed, or null."""
    y = int.from_bytes(signing, "little") & (1 << 255) - 1
    if y >= _FIELD or y in _WEAK:
        return None
    try:
        return Ed25519PublicKey.from_public_bytes(signing)
    except ValueError:
        return None


class _Wrapped(Part, frozen=True, kw_only=True):
    """A ``.key`` file: the private halves under a passphrase, bound to the public key beside them."""

    public: PublicKey
    made_at: str
    strength: Strength
    salt: bytes
    nonce: bytes
    secret: bytes

    def bound(self) -> bytes:
        """What the passphrase also protects from being changed."""
        return self.public.body() + self.made_at.encode("utf-8")


class OfficerKey:
    """An officer's own key, unlocked."""

    def __init__(self, public: PublicKey, secret: bytes) -> None:
        self.public = public
        self._signing = Ed25519PrivateKey.from_private_bytes(secret[:KEY])
        self._box = X25519PrivateKey.from_private_bytes(secret[KEY:])

    @classmethod
    def make(
        cls, code: str, access: str, passphrase: str, *, made_at: str, strength: Strength = NORMAL
    ) -> tuple[PublicKey, bytes]:
        """A new key: its public half, and the file that the passphrase opens. Raises `Misuse`."""
        if access not in get_args(Access):
            raise Misuse(f"{access!r} is no access: choose one of {', '.join(get_args(Access))}")
        secret = secrets.token_bytes(2 * KEY)
        public = PublicKey(
            code=code,
            access=cast("Access", access),
            signing=Ed25519PrivateKey.from_private_bytes(secret[:KEY]).public_key().public_bytes_raw(),
            box=X25519PrivateKey.from_private_bytes(secret[KEY:]).public_key().public_bytes_raw(),
        )
        return public, _wrap(public, secret, passphrase, made_at, strength)

    @classmethod
    def unlock(cls, wrapped: bytes, passphrase: str) -> Self:
        """The key of a ``.key`` file. Raises `WrongPassphrase`, `BadBody`."""
        try:
            file = msgspec.json.decode(wrapped, type=_Wrapped, strict=True)
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
            raise BadBody(f"this file is no officer's key ({error}): restore it from the unit's backup") from error
        try:
            cipher = ChaCha20Poly1305(_stretch(passphrase, file.salt, file.strength))
            secret = cipher.decrypt(file.nonce, file.secret, file.bound())
        except (InvalidTag, ValueError) as error:
            raise WrongPassphrase(f"the key of {file.public.code} does not open with this passphrase") from error
        return cls(file.public, secret)

    @property
    def code(self) -> str:
        """The officer's code."""
        return self.public.code

    def sign(self, message: bytes) -> bytes:
        """An Ed25519 signature over the message."""
        return self._signing.sign(message)

    def unseal(self, sealed: bytes) -> bytes:
        """The secret that was sealed for this officer. Raises `BadBody`."""
        sender, secret = sealed[:KEY], sealed[KEY:]
        try:
            shared = self._box.exchange(X25519PublicKey.from_public_bytes(sender))
            return ChaCha20Poly1305(_box_key(shared, sender, self.public.box)).decrypt(_NONCE, secret, None)
        except (InvalidTag, ValueError) as error:
            raise BadBody(f"this was not sealed for {self.code}, or it was changed") from error


def _wrap(public: PublicKey, secret: bytes, passphrase: str, made_at: str, strength: Strength) -> bytes:
    salt, nonce = secrets.token_bytes(16), secrets.token_bytes(12)
    file = _Wrapped(public=public, made_at=made_at, strength=strength, salt=salt, nonce=nonce, secret=b"")
    cipher = ChaCha20Poly1305(_stretch(passphrase, salt, strength))
    return body(msgspec.structs.replace(file, secret=cipher.encrypt(nonce, secret, file.bound())))


def _stretch(passphrase: str, salt: bytes, strength: Strength) -> bytes:
    """The wrapping key; the same passphrase typed on another keyboard gives the same. Raises `BadBody`."""
    if not (0 < strength.passes <= _MOST_PASSES and 8 * strength.lanes <= strength.memory <= _MOST_MEMORY):
        raise BadBody("this key file asks for an impossible cost: restore it from the unit's backup")
    words = unicodedata.normalize("NFC", passphrase).encode("utf-8")
    return hash_secret_raw(words, salt, strength.passes, strength.memory, strength.lanes, KEY, Type.ID)


def _box_key(shared: bytes, sender: bytes, receiver: bytes) -> bytes:
    return HKDF(SHA256(), KEY, salt=None, info=_SEAL + sender + receiver).derive(shared)
