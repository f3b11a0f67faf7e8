# SPDX-License-Identifier: Apache-2.0
"""The formats of a package: one class in one file each."""
