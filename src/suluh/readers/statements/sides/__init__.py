# SPDX-License-Identifier: Apache-2.0
"""Who stands on the other side of a payment."""
