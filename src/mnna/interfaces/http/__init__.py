"""The web interface: each command as a page, and as JSON, CSV, Markdown and PDF at the same address.

`mnna.interfaces.http.app.create_app` builds the application; `mnna serve` runs it on this machine.
"""
