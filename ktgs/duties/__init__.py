"""One duty a file, found by scanning: who owes what by when under a plan's term."""
