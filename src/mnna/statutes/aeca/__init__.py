"""The Arms Export Control Act, a module for each section."""
