"""The command line's own: what an operator meets."""
