# SPDX-License-Identifier: Apache-2.0
"""Workbooks as grids: XLSX, XLSB, XLS, ODS, and the XML of Excel 2003."""
