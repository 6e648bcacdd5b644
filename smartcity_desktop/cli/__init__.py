"""The command line: everything the core can do, scriptable. Print and exit codes live here."""
