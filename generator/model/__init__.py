"""Documents → one checked catalogue. Knows products, not pages."""
