# SPDX-License-Identifier: Apache-2.0
"""Files and containers as they really come, measured."""
