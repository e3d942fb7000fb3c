"""From tables and messages to records: one importer a file, found by scanning; none imports another."""
