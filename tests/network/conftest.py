# SPDX-License-Identifier: Apache-2.0
"""Made-up messages, deals and persons."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from suluh.model.place import Place
from suluh.model.talk import Attachment, Message
from suluh.model.times import Dated
from suluh.model.trade import Deal

START = datetime(2025, 9, 1, tzinfo=UTC)


@pytest.fixture
def deal() -> Callable[..., Deal]:
    def make(number: int, **fields: Any) -> Deal:
        known = {"kind": "sale", "state": "delivered", "tier": "possible", "seller": "wa:s", "buyer": "wa:b"}
        return Deal(id=f"deal-{number}", **(known | fields))

    return make


@pytest.fixture
def sent() -> Callable[..., Dated[Message]]:
    def make(hour: int, conversation: str, sender: str | None, *shas: str, on: str = "B-1") -> Dated[Message]:
        place = Place(exhibit=on, acquisition="1", path="chat", file="f", line=hour)
        files = tuple(Attachment(state="present", sha256=sha) for sha in shas)
        name = f"{on}/{conversation}/{hour}"
        message = Message(
            id=name, conversation=conversation, kind="media", place=place, sender=sender, attachments=files
        )
        return Dated(message, START + timedelta(hours=hour))

    return make


@pytest.fixture
def speak() -> Callable[..., Dated[Message]]:
    def make(hour: int, conversation: str, sender: str, text: str, on: str = "B-1") -> Dated[Message]:
        place = Place(exhibit=on, acquisition="1", path="chat", file="f", line=hour)
        name = f"{on}/{conversation}/{hour}/text"
        message = Message(id=name, conversation=conversation, kind="text", place=place, sender=sender, text=text)
        return Dated(message, START + timedelta(hours=hour))

    return make
