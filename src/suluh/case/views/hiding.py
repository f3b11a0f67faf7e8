# SPDX-License-Identifier: Apache-2.0
"""What identifies persons in every list: what a place says."""

from collections.abc import Mapping

from suluh.case.gate.mask import Shape

_PLACE: Mapping[str, Shape] = {
    "file": "id",
    "path": "path",
    "inside": "path",
    "beside": "path",
    "path_b64": "secret",
    "row": "text",
    "pointer": "text",
}
"""How a place is masked: paths carry the names of chats and the numbers of accounts."""


def hide(**shapes: Shape) -> Mapping[str, Shape]:
    """What identifies persons in a list: some fields, and always what a place says."""
    return {**_PLACE, **shapes}
