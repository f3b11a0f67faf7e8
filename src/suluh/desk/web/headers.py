# SPDX-License-Identifier: Apache-2.0
"""The headers of every answer: no script, no frame, nothing from elsewhere, nothing kept by the browser.

No other place is told of an address. The desk itself is, for a browser that tells nobody sends forms without the
origin by which they are known to be its own.
"""

POLICY = (
    "default-src 'none'; script-src 'none'; style-src 'self'; img-src 'self'; connect-src 'none'; font-src 'none'; "
    "frame-ancestors 'none'; base-uri 'none'; form-action 'self'; require-trusted-types-for 'script'"
)
"""Pages work without script, so none is allowed."""

HEADERS: tuple[tuple[bytes, bytes], ...] = (
    (b"content-security-policy", POLICY.encode("ascii")),
    (b"cache-control", b"no-store"),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), microphone=(), geolocation=(), clipboard-read=()"),
)
