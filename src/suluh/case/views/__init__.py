# SPDX-License-Identifier: Apache-2.0
"""The lists of a case: one class for each, found by itself."""
