# SPDX-License-Identifier: Apache-2.0
"""Packed bytes as plain ones: streams that stop at their limits, and the methods of packing."""
