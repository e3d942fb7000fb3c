"""The process: `python -m ktgs` is `ktgs`. Nothing that takes time is loaded before Ctrl+C is looked after."""

import sys

_INTERRUPTED = 130  # as shells give it


def main() -> int:
    """Run the command line of this process and return its exit code; Ctrl+C at any time is one line."""
    try:
        from ktgs.command import process

        process.secure()
        process.hurry()
        from ktgs.command.main import main as run

        return run(at_swap=process.ignore_interrupts)
    except KeyboardInterrupt:
        print("Đã dừng.", file=sys.stderr)
        return _INTERRUPTED


if __name__ == "__main__":
    sys.exit(main())
