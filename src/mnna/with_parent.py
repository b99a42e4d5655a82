"""End a worker process when its parent process ends, which otherwise would leave the worker waiting forever."""

from __future__ import annotations

import os
from threading import Thread
from time import sleep


def end_with_parent() -> None:
    """End this process when its parent process has ended, even if that was killed."""
    Thread(target=_watch, args=(os.getppid(),), daemon=True).start()


def _watch(parent: int) -> None:
    while os.getppid() == parent:
        sleep(1)
    os._exit(1)
