"""Benches of scale: corpora of any size with gold links, and the systems that are run on them side by side."""
