"""A process that ends with the one that started it: a worker of a pool whose program was killed would wait for ever."""

from __future__ import annotations

import os
from threading import Thread
from time import sleep


def end_with_parent() -> None:
    """End this process when the one that started it is gone, however that ended."""
    Thread(target=_watch, args=(os.getppid(),), daemon=True).start()


def _watch(parent: int) -> None:
    while os.getppid() == parent:
        sleep(1)
    os._exit(1)
