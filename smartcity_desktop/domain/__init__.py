"""Frozen values and pure rules. Standard library only; knows nothing of files, screens or paper."""
