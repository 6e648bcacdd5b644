"""SmartCity Desktop: scoring by a jury, offline, exact and provable."""

__version__ = "0.1.0"
