"""The commands: each module declares one `ENDPOINT`, and further pages in `PAGES`. No list names the modules."""
