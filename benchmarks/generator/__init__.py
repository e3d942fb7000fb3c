"""Makes a sample repository of any size: the same arguments give the same bytes."""

from benchmarks.generator.build import generate

__all__ = ["generate"]
