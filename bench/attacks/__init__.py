"""Requests made to stop the service, and what another person's point read takes while they run."""
