"""Extract the claims of an article: its text, its sentences, and what each sentence claims.

The parser works by rules, without a language model and without network. Each grammar module handles one family of
sentences. Uncertain statements are not drafted. Every sentence is listed with its claims, or a note why it has none.
"""
