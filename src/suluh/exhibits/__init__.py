# SPDX-License-Identifier: Apache-2.0
"""Seized trees and containers: opened read-only, walked, each file described once."""
