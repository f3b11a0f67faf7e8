# SPDX-License-Identifier: Apache-2.0
"""The analyst's desk: command line and local web pages; holds no logic."""
