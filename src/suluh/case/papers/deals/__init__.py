# SPDX-License-Identifier: Apache-2.0
"""What papers say of deals, booked lines and contents."""
