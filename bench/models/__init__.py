"""Benchmarks of the models against other libraries; each module makes one comparison."""
