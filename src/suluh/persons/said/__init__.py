# SPDX-License-Identifier: Apache-2.0
"""What messages and statements tell of whose accounts are whose: gathered once, judged by the rules."""
