"""What the page for completeness is made of."""
