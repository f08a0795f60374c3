"""What all Word files and workbooks share: the same bytes each time, cells that stay words, parts of Word."""
