# SPDX-License-Identifier: Apache-2.0
"""Other forms of an approved package, made from what it says and nothing else."""
