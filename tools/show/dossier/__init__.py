# SPDX-License-Identifier: Apache-2.0
"""What is measured of the papers that are made of a case."""
