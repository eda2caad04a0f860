"""Targets → bytes. Knows HTML and encoders, not products."""
