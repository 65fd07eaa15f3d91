"""factcheck's library: articles in, claims with every attribution and every discrepancy out."""
