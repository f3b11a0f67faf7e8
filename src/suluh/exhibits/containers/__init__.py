# SPDX-License-Identifier: Apache-2.0
"""Container formats: files that hold files, one format a file."""
