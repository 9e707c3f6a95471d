"""Requests that were meant to stop the service, by name: what each once took is in docs/decisions."""
