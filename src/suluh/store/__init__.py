# SPDX-License-Identifier: Apache-2.0
"""The case file: the only room that speaks SQL to it."""
