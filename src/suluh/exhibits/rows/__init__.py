# SPDX-License-Identifier: Apache-2.0
"""The rows of a database as its bytes lie, without any program of databases: only to find files in them."""
