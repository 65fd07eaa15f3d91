"""Articles and feeds at live addresses. The modules load a network library: import them only for an address."""
