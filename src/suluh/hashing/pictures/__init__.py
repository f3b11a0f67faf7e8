# SPDX-License-Identifier: Apache-2.0
"""Pixels and headers of pictures and films: the only files that decode media."""
