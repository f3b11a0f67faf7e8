# SPDX-License-Identifier: Apache-2.0
"""Pages with text as grids: words, lines, columns, rows."""
