# SPDX-License-Identifier: Apache-2.0
"""Clocks: rows of law, events of the case, and what is due when; nothing of law stands in here."""
