# SPDX-License-Identifier: Apache-2.0
"""What the milestones promise, measured: one file for each group of lines."""
