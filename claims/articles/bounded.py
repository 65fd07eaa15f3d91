"""Run by itself with seconds, megabytes and a script: be that script, within these limits.

This is what ``child`` starts in a process of its own; it imports nothing of factcheck.
"""

from __future__ import annotations

import runpy
import sys


def limit_process(seconds: int, megabytes: int) -> None:
    """Let the system end this process when it takes more; where it cannot, do nothing."""
    try:
        import resource
    except ImportError:  # not on Windows
        return
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_AS, (megabytes * 1024**2, megabytes * 1024**2))


def main() -> None:
    """Run the script, which finds its own arguments where it looks for them."""
    seconds, megabytes = map(int, sys.argv[1:3])
    del sys.argv[:3]
    limit_process(seconds, megabytes)
    runpy.run_path(sys.argv[0], run_name="__main__")


if __name__ == "__main__":
    main()
