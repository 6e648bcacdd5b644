"""Agreement, severity and stability of the judging: beside the result, never inside it."""
