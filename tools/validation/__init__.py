# SPDX-License-Identifier: Apache-2.0
"""Measures what `validation.json` ships."""
