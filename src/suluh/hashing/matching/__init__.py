# SPDX-License-Identifier: Apache-2.0
"""Exact and near matching of contents with hash sets and with each other."""
