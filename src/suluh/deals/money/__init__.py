# SPDX-License-Identifier: Apache-2.0
"""Which payment belongs to which episode."""
