# SPDX-License-Identifier: Apache-2.0
"""The web pages' frame: door, guard, routes, reading and writing."""
