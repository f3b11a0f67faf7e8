# SPDX-License-Identifier: Apache-2.0
"""How a backup of an iPhone names its files: by the SHA-1 of domain and path, in folders of its first two digits."""

import hashlib
import re

from suluh.model.intake import File

INDEX = b"Manifest.db"
"""The database in a backup's folder that says which file is which."""

_HASHED = re.compile(rb"(?P<folder>(?:.*/)?)(?P<first>[0-9a-f]{2})/(?P<name>(?P=first)[0-9a-f]{38})", re.DOTALL)


def split(path: bytes) -> tuple[bytes, bytes] | None:
    """The folder of a backup, ending in a slash or empty, and the hashed name of a file in it; null for other paths."""
    found = _HASHED.fullmatch(path)
    return (found["folder"], found["name"]) if found else None


def hashed(domain: bytes, path: bytes) -> bytes:
    """The name under which a backup keeps a file."""
    return hashlib.sha1(domain + b"-" + path, usedforsecurity=False).hexdigest().encode()


def beside(file: File, path: bytes) -> bytes:
    """Where the bytes of a path beside a file lie: in a backup under a hashed name of their own."""
    own = split(file.lies or b"")
    if own is None:
        return path
    domain, _, inner = path.removeprefix(own[0]).partition(b"/")
    name = hashed(domain, inner)
    return own[0] + name[:2] + b"/" + name
