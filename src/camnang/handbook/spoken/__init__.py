"""What is read aloud of a page: sentences, numerals, lengths, and whether a recording still says it."""
