"""Benchmarks, quality figures and the seam by which evaluation data is scored."""
