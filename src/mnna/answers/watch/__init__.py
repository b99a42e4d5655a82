"""A watch over the texts that are cited here: newer ones are fetched and compared, and nothing is applied."""
