"""The coordinator's window: one open assessment, its eight steps, and what every page shares."""
