# SPDX-License-Identifier: Apache-2.0
"""Changes of every kind to made-up cases, packages and exhibits: each is found and named, or changes nothing."""
