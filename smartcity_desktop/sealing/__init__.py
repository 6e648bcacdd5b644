"""Sealing: canonical bytes, keys, seals, and the proof that a seal holds."""
