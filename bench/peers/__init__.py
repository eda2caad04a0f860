"""Other generators doing the same work, each in its fastest idiomatic form."""
