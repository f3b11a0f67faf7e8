# SPDX-License-Identifier: Apache-2.0
"""Registers as tables, and reminders as text: one file each."""
