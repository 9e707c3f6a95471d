"""Plans of a network: which resource serves which need, best for all or stable; knows no database and no GraphQL."""
