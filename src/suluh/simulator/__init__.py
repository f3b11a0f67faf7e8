# SPDX-License-Identifier: Apache-2.0
"""Made-up training cases with known truth, written in the real formats."""
