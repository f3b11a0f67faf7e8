# SPDX-License-Identifier: Apache-2.0
"""What the reader of LINE's text export is made of: headings, days, clocks and words."""
