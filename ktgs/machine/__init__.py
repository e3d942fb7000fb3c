"""How the machine is used: its processors, its memory, the garbage collector."""
