# SPDX-License-Identifier: Apache-2.0
"""What the report of an examination says: exhibits as they came, files that decide, figures, decisions, sums."""
