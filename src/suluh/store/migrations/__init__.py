# SPDX-License-Identifier: Apache-2.0
"""How a case of an earlier Suluh becomes one of this."""
