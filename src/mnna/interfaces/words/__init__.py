"""The words: each module declares one `ENDPOINT`, and in `PAGES` further pages of it. No list names the modules."""
