"""The law watch: newer versions of the cited texts are fetched and compared; nothing is applied."""
