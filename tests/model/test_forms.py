# SPDX-License-Identifier: Apache-2.0
"""What is suggested to an officer is an account that its service can have."""

import pytest

from suluh.model.talk import form_of


@pytest.mark.parametrize(
    ("service", "form"),
    [
        ("whatsapp", "whatsapp:+62..."),
        ("phone", "phone:+62..."),
        ("viber", "viber:+62..."),
        ("telegram", "telegram:user..."),
        ("line", "line:u..."),
        ("discord", "discord:..."),
        ("facebook", "facebook:..."),
        ("kakaotalk", "kakaotalk:..."),
    ],
)
def test_only_services_of_numbers_are_suggested_a_number(service: str, form: str) -> None:
    assert form_of(service) == form
