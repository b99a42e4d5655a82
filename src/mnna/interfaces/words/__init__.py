"""The commands, which the documentation calls words.

Each module declares one `ENDPOINT`, and further pages in `PAGES`. No list names the modules.
"""
