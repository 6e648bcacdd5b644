"""What a judge does: record, abstain, recuse, attach evidence, undo, seal."""
