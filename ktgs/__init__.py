"""Plain-text records of a yearly inspection plan, read, proved sound and published as a site."""

__version__ = "0.1.0"
