"""From a folder to facts with every diagnostic, and how diagnostics are printed."""
