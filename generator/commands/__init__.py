"""What one can type: one file a verb, each a paragraph. Knows the pipeline and nothing below it."""
