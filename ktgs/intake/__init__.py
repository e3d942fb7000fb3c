"""What every importer is given and gives: a job, whom to ask, what is meant; the files that come of it."""
