# SPDX-License-Identifier: Apache-2.0
"""Numeric functions are compiled once on a machine, and not in each process of the tests.

Numba asks where compiled code lies when it is loaded, at the first call: so this is imported before anything hashes.
"""

from suluh.desk.main import _keep_compiled_code

_keep_compiled_code()
KEPT = True
