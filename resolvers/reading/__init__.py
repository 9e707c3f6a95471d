"""The read path: GraphQL selection -> frozen plan (cached) -> SQL text (cached) -> JSON bytes, spliced unread."""
