# SPDX-License-Identifier: Apache-2.0
"""Receipts, slips and notices in messages: what they claim to have been paid, which is not what was booked."""
