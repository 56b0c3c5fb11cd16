"""What lies in `inside` is for the Windows Python, which `python -m tests.wine` starts in Wine."""

from __future__ import annotations

import sys

collect_ignore_glob = [] if sys.platform == "win32" else ["inside/*"]
