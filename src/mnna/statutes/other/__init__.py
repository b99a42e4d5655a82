"""Treaties, appropriations acts and the other acts, a module for each section."""
