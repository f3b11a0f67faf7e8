# SPDX-License-Identifier: Apache-2.0
"""What is asked of a whole exported chat before its messages are told: lines, claim, names, notices, pasted lines."""
