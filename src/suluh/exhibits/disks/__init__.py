# SPDX-License-Identifier: Apache-2.0
"""Images of disks as streams: their bytes out of EnCase files or several parts, and the files of their volumes."""
