"""Texts: one folding for all that compares them, and the order in which people here expect them."""
