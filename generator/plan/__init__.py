"""Catalogue → targets: which pages and pictures will exist, where, and what each shows. Knows no HTML."""
