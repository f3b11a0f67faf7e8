# SPDX-License-Identifier: Apache-2.0
"""Suluh: from lawfully seized exhibits to a hash-only referral."""

__version__ = "0.3.0"
