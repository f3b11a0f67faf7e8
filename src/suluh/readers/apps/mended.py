# SPDX-License-Identifier: Apache-2.0
"""Text that was UTF-8 and was written as if each byte were a sign: mended where it can have been nothing else."""


class Mender:
    """Mends the texts of one file, and counts them."""

    def __init__(self) -> None:
        self.count = 0

    def text(self, written: object) -> str:
        """A text as it was meant; any other value is none."""
        if not isinstance(written, str) or written.isascii():
            return written if isinstance(written, str) else ""
        try:
            meant = written.encode("latin-1").decode("utf-8")
        except (UnicodeEncodeError, UnicodeDecodeError):
            return written
        self.count += 1
        return meant
