"""What was made before and still holds, kept in `.ktgs/` beside the data; it is what would be made anew."""
