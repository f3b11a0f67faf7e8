# SPDX-License-Identifier: Apache-2.0
"""What a format of a package is."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import ClassVar

from suluh.referral.dossier import PackageText
from suluh.referral.recipients import Recipient


class Format(ABC):
    """One way to write a dossier; every package has all of them."""

    name: ClassVar[str]

    @abstractmethod
    def write(self, dossier: PackageText, to: Recipient) -> Iterator[tuple[str, bytes]]:
        """Names and bytes of its files, with the tables and fields of the recipient's row and nothing else."""
