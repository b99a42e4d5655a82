"""What should count: criteria over all weights at once."""
