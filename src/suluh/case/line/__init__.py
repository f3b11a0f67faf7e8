# SPDX-License-Identifier: Apache-2.0
"""The line from exhibit to lead: which steps there are, which are due, and how a run takes them."""
