"""One kind of page a file, found by scanning: frozen view models made from public facts."""
