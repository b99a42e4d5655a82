"""The models against peers: one module, one comparison."""
