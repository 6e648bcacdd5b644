"""What the judge's pages share: the open panel file, and the way from page to page."""
