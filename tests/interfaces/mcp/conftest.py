"""The client of the pages, with whose answers those of the tools are compared."""

from __future__ import annotations

from tests.interfaces.http.conftest import client as client
