# SPDX-License-Identifier: Apache-2.0
"""How a locked worker sees the file that it was given, and what it answers."""
