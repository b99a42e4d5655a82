"""How candidates compare on criteria, over all weights at once."""
