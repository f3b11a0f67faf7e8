# SPDX-License-Identifier: Apache-2.0
"""The documentation as pages that open from a folder, without any network."""
