"""The memo on one country: on one page, whether it is the next ally in law, by the record and by past designations.

`compose.next_ally` answers; each other file gathers one part. It gives no opinion: it says what is lawful, what it
brings, what speaks for and against, and what nobody knows.
"""
