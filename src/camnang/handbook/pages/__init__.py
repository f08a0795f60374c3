"""One page: its front matter, its text, the rules that hold it."""
