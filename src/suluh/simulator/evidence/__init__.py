# SPDX-License-Identifier: Apache-2.0
"""The seized devices of a made-up world, written as folders."""
