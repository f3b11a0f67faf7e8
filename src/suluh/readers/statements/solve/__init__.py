# SPDX-License-Identifier: Apache-2.0
"""What a whole file decides: its signs, its days, its direction, and which of its rows are balances."""
