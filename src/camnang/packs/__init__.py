"""One download for each kind of place and language: the files to print, and how to print and hang them."""
