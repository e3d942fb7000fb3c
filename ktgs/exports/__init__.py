"""One export a file, found by scanning: public shapes, documented and versioned."""
