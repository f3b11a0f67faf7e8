# SPDX-License-Identifier: Apache-2.0
"""A made-up case whose acts are killed, get no room and bad disks, and lose power: nothing is lost or twice."""
