# SPDX-License-Identifier: Apache-2.0
"""What readers of exports and downloads of chat apps have in common."""
