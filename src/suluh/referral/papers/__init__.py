# SPDX-License-Identifier: Apache-2.0
"""Papers: sheets that people sign, set as tagged PDF."""
