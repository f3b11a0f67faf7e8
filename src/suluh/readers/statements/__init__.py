# SPDX-License-Identifier: Apache-2.0
"""What the readers of statements share: profiles, tables of text, amounts, dates, parties and the check of sums."""
