# SPDX-License-Identifier: Apache-2.0
"""Where locked workers run: on this machine, or on a cluster; one file each."""
