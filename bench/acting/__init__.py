"""Random actors: what they see, what they may do, and inputs that fit; for the traffic and the stateful test."""
