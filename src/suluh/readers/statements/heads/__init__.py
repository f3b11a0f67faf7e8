# SPDX-License-Identifier: Apache-2.0
"""Where the table of a statement begins, what its columns hold, and what stands above and below it."""
