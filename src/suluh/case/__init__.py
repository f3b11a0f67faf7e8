# SPDX-License-Identifier: Apache-2.0
"""The open case: the line from exhibit to referral, decisions, releases; the only writer."""
