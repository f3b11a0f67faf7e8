# SPDX-License-Identifier: Apache-2.0
"""Pictures that the server draws as SVG: each from the rows of the table that stands beneath it."""
