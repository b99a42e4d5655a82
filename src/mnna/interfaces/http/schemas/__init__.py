"""The shapes of the answers' JSON, for the description of the interface at `/openapi.json`.

They describe; they do not build: an answer leaves as the word made it, and a test holds the two together.
"""
