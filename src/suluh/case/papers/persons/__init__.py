# SPDX-License-Identifier: Apache-2.0
"""What papers say of persons."""
