# SPDX-License-Identifier: Apache-2.0
"""The case file: the only room that speaks SQL to it."""

import sqlite3
from typing import Final

Unreadable = sqlite3.DatabaseError
"""What SQLite raises for a file that is damaged or none of its own."""

SQLITE: Final = sqlite3.sqlite_version_info
"""The version of SQLite that keeps the cases of this machine."""
