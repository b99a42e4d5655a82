"""The pages as plain files that any web server, or none, can serve: `mnna site`."""
