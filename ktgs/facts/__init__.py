"""All that is known on a day, and what of it the public may know."""
