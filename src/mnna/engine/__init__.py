"""What stands between the law and an answer: how an answer becomes JSON."""
