"""The page: a graph laid out, worded and drawn as one HTML file, or as a still picture."""
