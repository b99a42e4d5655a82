"""The name and the version of the program, which modules of every layer may import."""

from __future__ import annotations

NAME = "mnna"
__version__ = "0.2.0"
