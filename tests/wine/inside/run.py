"""Runs pytest in the Windows Python, whose path file leaves the environment's paths out."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[3]))

import pytest

if __name__ == "__main__":
    sys.exit(pytest.main(sys.argv[1:]))
