"""Known distortions and clean rewrites of an article's sentences, and how the library takes them."""
