# SPDX-License-Identifier: Apache-2.0
"""What goes between a worker and its parent, and what of it is taken."""
