# SPDX-License-Identifier: Apache-2.0
"""Who trades with whom, where items came from, which countries are touched."""
