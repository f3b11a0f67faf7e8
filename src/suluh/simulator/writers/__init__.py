# SPDX-License-Identifier: Apache-2.0
"""One writer a format, each from the format's description and from no reader."""
