"""Matching: what needs and resources are about, and how well they fit each other."""
