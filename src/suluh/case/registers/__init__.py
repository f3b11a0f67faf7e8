# SPDX-License-Identifier: Apache-2.0
"""Registers: letters with what came back, instructions with their answers, and whose side nobody can show."""
