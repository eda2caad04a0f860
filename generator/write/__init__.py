"""Bytes → the site's folder, all at once or not at all."""
