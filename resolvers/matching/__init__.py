"""Matching for a whole network: gathered for plans, measured and tuned on what happened."""
