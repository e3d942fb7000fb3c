"""What begins: a plan for another year, a data repository for another body."""
