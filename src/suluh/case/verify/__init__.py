# SPDX-License-Identifier: Apache-2.0
"""Verification of a case by the numbered rules of docs/custody.md."""
