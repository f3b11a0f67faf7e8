# SPDX-License-Identifier: Apache-2.0
"""Checks of a dossier before it is sent: one file each, numbered as the design numbers them."""
