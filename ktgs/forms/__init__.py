"""What people and editors are given to fill in: templates, drafts, JSON Schemas, all derived from the declarations."""
