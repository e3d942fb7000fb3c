"""One record kind a file: its fields, its words, what can be said of one record alone."""
