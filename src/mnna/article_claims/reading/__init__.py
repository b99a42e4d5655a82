"""Reading an article: its text, its sentences, and what each of them claims.

By rule, without a language model and without network. A file has the grammar of one family of sentences. What is not
certain is not drafted, and every sentence is listed with what was read of it.
"""
