# SPDX-License-Identifier: Apache-2.0
"""Chat exports, app databases, account archives and statements: one file a format."""
