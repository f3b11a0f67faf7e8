# SPDX-License-Identifier: Apache-2.0
"""What a ZIP archive says of its members: in its directory, before each of them, and where neither agrees."""
