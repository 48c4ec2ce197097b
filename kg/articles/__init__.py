"""Articles in: one reader a format, and the cleaning that tells prose from the rest."""
