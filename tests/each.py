# SPDX-License-Identifier: Apache-2.0
"""Asks the same of many cases in one test; a failure names and shows every case that does not hold.

An item of pytest takes two thousandths of a second of a processor beside what it asks, which thousands of small ones
feel. What a case changes the next one sees: a test that writes takes an item and a folder for each case. No case may be
skipped: it would take the others with it.
"""

from collections.abc import Callable, Iterable
from functools import wraps
from inspect import signature
from typing import Any

import pytest

Test = Callable[..., None]


def each(names: str, cases: Iterable[Any], name: Callable[[Any], str] = str) -> Callable[[Test], Test]:
    """Call a test with every case: its value under the one name, or its values under several, parted by commas."""
    taken, given = [one.strip() for one in names.split(",")], list(cases)
    if not given:
        raise ValueError(f"there is no case of {names}: such a test cannot fail")

    def asking(test: Test) -> Test:
        @wraps(test)
        def whole(**fixtures: object) -> None:
            wrong: dict[str, Exception] = {}

            def hold(named: str, error: Exception) -> None:
                error.add_note(f"in case {named}")
                wrong[named] = error

            for number, case in enumerate(given):
                values, named = case if len(taken) > 1 else (case,), f"{number}: {name(case)}"
                try:
                    test(**fixtures, **dict(zip(taken, values, strict=True)))
                except (pytest.fail.Exception, pytest.skip.Exception) as error:
                    hold(named, AssertionError(f"{type(error).__name__}: {error}"))
                except Exception as error:  # noqa: BLE001 # whatever a case raises is its own fault
                    hold(named, error)
            if wrong:
                raise ExceptionGroup(f"{len(wrong)} of {len(given)} cases: {'; '.join(wrong)}", list(wrong.values()))

        own = signature(test)
        left = [one for one in own.parameters.values() if one.name not in taken]
        vars(whole)["__signature__"] = own.replace(parameters=left)
        return whole

    return asking
