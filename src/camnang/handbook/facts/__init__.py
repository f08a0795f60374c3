"""One module for each data file."""
