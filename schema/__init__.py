"""What a client may see: GraphQL types, inputs and payloads; declarations only."""
