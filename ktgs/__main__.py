"""`python -m ktgs` is `ktgs`."""

import sys

from ktgs.cli import main

sys.exit(main())
