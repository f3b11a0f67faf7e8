# SPDX-License-Identifier: Apache-2.0
"""Estimators of the unseen, one file each."""
