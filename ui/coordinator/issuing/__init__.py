"""What belongs to the page of panel files."""
