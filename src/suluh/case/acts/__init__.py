# SPDX-License-Identifier: Apache-2.0
"""What officers do in a case, one act a file: each checks, then keeps rows under one signed entry."""
