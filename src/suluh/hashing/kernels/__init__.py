# SPDX-License-Identifier: Apache-2.0
"""The numeric kernels, compiled on first use."""
