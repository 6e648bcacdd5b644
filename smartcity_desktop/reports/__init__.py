"""Printed documents: values in, the bytes of a PDF/A-3b file out."""
