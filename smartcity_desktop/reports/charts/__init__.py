"""Drawings as plain numbers, the same on screen and on paper: no window, no PDF in here."""
