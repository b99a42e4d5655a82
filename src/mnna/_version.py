"""The name and the version of the program, which every layer may read."""

from __future__ import annotations

NAME = "mnna"
__version__ = "0.2.0"
