# SPDX-License-Identifier: Apache-2.0
"""Runs one function over many files in locked child processes that can do nothing but compute."""
