# SPDX-License-Identifier: Apache-2.0
"""What a form sends: read up to a bound, with the token of this session, or not taken at all."""

import hmac
import re
from collections.abc import Mapping
from urllib.parse import parse_qsl

from starlette.requests import Request

from suluh.desk.languages import LANGUAGES

LARGEST = 64 * 1024
"""Bytes of a form."""

MOST = 50
"""Fields of a form."""

_KIND = "application/x-www-form-urlencoded"
_BACK = re.compile(rf"/(?:{'|'.join(LANGUAGES)})/[\w/-]*(?:\?[\w=&%.+-]*)?")


class BadForm(Exception):
    """What was sent is no form of this session: nothing is done."""


class TooLong(BadForm):
    """What was sent is more than a form may hold: nothing is done."""


async def form_of(request: Request, token: str | None) -> Mapping[str, str]:
    """The fields of a form, each once, without its token. Raises `BadForm`.

    No token is compared where none is given: what was typed is then read, and nothing is done with it.
    """
    if request.headers.get("content-type", "").partition(";")[0].strip() != _KIND:
        raise BadForm
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > LARGEST:
            raise TooLong
    try:
        found = parse_qsl(body.decode("ascii"), keep_blank_values=True, max_num_fields=MOST, errors="strict")
    except ValueError as error:
        raise BadForm from error
    fields = dict(found)
    given = fields.pop("token", "")
    if len(dict(found)) != len(found):
        raise BadForm
    if token is not None and not hmac.compare_digest(given.encode("utf-8"), token.encode("ascii")):
        raise BadForm
    return fields


def back_of(fields: Mapping[str, str], usual: str) -> str:
    """Where the officer was: a page of this desk, else the usual one."""
    given = fields.get("back", "")
    return given if _BACK.fullmatch(given) else usual
