# SPDX-License-Identifier: Apache-2.0
"""Where a picture or film ends by its own form, and which files begin among other bytes."""
