"""How people and programs ask: the command line, the web server and assistants."""
