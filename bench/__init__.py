"""Reproducible measurements, each printing its ratio to a limit measured in the same run."""
