"""Files → documents and photo facts. Knows formats, not products."""
