"""Command line of the generator: `python -m benchmarks.generator OUT --units 66 --seed 46 --as-of 2020-10-15`."""

import argparse
from datetime import date
from pathlib import Path

from benchmarks.generator.build import AS_OF, SEED, UNITS, generate


def main() -> None:
    """Write the sample's `data/` into the folder named on the command line."""
    parser = argparse.ArgumentParser(prog="benchmarks.generator", description="Write a sample data repository.")
    parser.add_argument("out", type=Path, help="root of the sample repository: its data/ is written there")
    parser.add_argument("--units", type=int, default=UNITS)
    parser.add_argument("--years", type=int, default=1, help="plans, one a year; the last is the sample's own")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--as-of", type=date.fromisoformat, default=AS_OF, help="the sample's own day")
    options = parser.parse_args()
    print(f"{generate(options.out, options.units, options.seed, options.as_of, years=options.years)} files")


if __name__ == "__main__":
    main()
