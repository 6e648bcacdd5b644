"""What the page for merging is made of."""
