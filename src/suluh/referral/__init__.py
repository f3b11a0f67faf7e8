# SPDX-License-Identifier: Apache-2.0
"""Hash-only packages for one recipient, and the unit's own forms."""
