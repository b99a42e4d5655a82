"""How the long answers are set out: one module for each kind of document, used by the word of its question."""
