"""What this laptop remembers beside the files themselves; losing all of it loses no score."""
