"""One command a file: its module has the command's name and its `COMMAND`."""
