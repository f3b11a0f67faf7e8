# SPDX-License-Identifier: Apache-2.0
"""Keeping a case: its backups, their way back, and where it lies."""
