"""What the rules make of the counted sheets: tally, ranking, selection, grades, the document."""
