"""What the coordinator does first: make an assessment and issue panel files."""
