"""What happens: viewers, the read path, the rules of claiming. Imports only `db`."""
