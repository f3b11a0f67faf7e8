# SPDX-License-Identifier: Apache-2.0
"""What locked workers do with one file: each job composes rooms and holds no rule of its own."""
