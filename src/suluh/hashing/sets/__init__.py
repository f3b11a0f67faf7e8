# SPDX-License-Identifier: Apache-2.0
"""Hash sets: how they are read, kept and looked up; their formats lie in `formats/`."""
