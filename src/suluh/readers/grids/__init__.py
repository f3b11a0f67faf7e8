# SPDX-License-Identifier: Apache-2.0
"""Forms that a table comes in: workbooks, pages of PDF, HTML, fixed columns; each gives grids."""
