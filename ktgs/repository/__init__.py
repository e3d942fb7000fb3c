"""Linked records, indexes, and the marks of broken files."""
