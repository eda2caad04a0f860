"""The kinds of page, one file a kind: who gets one, where, and what its template sees."""
