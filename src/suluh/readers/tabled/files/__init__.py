# SPDX-License-Identifier: Apache-2.0
"""Forms that a table of messages comes in: CSV with a heading or without, JSON, XML, sheets of a workbook."""
