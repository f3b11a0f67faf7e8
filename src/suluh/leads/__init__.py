# SPDX-License-Identifier: Apache-2.0
"""What to do next, in an order that can be explained: work is ranked, never people's guilt."""
