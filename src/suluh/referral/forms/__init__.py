# SPDX-License-Identifier: Apache-2.0
"""The unit's own forms, for use inside the unit: one class in one file each."""
