"""Verifying: what anybody can check without believing the laptop it came from."""
