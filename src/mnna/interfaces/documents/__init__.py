"""The documents of long answers: one module for each kind of document, used by the command it belongs to."""
