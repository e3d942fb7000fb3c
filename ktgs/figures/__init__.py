"""One figure a file, found by scanning: what is counted, with links to what it counts."""
