"""What is translated, out of date or missing, and how a new language begins."""
