"""One file each: a record kind, a duty, a figure, a check, a page and an export that the program does not have."""
