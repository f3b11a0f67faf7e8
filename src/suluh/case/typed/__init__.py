# SPDX-License-Identifier: Apache-2.0
"""What officers type: how it is checked, entered, corrected, and kept from those whom it is not for."""
