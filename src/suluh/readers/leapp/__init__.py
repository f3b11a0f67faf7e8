# SPDX-License-Identifier: Apache-2.0
"""What the reader of LEAPP's output is made of: its tables by what they say, and who stands behind a cell."""
