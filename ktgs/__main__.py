"""`python -m ktgs` is `ktgs`."""

import sys

from ktgs.command.main import main

sys.exit(main())
