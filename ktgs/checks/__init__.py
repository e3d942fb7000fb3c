"""One soundness check of the data a file, found by scanning."""
