"""Signatures on PDF documents: prepare places for them, make them, judge them.

Importing this package loads none of the heavy libraries; its modules do.
"""
