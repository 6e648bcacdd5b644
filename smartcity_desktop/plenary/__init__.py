"""What people decide together: open questions, recorded decisions, declaration and reopening."""
