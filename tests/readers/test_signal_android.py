# SPDX-License-Identifier: Apache-2.0
"""What the reader of Signal for Android promises beyond the contract of all readers."""

from suluh.readers.signal_android import Person, _native


def test_a_message_without_a_time_has_no_id_of_signals() -> None:
    who = Person("signal:+628120000002", "aci-1", "", "", "")

    assert (_native(who, 0), _native(who, 5)) == (None, "signal/aci-1/5")
