# SPDX-License-Identifier: Apache-2.0
"""What would fall if some exhibits fell: the line over what is left, and how that differs from the case."""
