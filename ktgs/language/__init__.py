"""What all the rest stands on: text, months, days, vocabulary, diagnostics, scanning, today."""
