"""Who owes what by when: obligations, their states, their shapes; the form of a figure."""
