"""The memo: one page on whether a country is the next ally, in law, by the record and by past designations.

`compose.next_ally` makes the memo; each other module makes one part. The memo gives no opinion: it says what is lawful,
what the status would bring, the arguments for and against, and what is not known.
"""
