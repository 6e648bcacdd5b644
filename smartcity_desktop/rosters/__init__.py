"""The lists that people bring: judges, assignments, the regions' dossiers, typed scores."""
