"""Title 10 of the United States Code, a module for each section."""
