"""From the bytes of `data/` to text trees with places."""
