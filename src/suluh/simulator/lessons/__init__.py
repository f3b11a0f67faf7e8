# SPDX-License-Identifier: Apache-2.0
"""Training cases: made-up cases with traps, whose truth lies under a key file until the trainee asks for it."""
