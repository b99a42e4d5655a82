"""The interfaces: command line, web and assistants, all made from one declaration of each command."""
