"""What a change of the data does: two versions of one repository, worked out on the same day and set side by side."""
