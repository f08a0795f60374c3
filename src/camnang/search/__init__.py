"""Search that does not mind missing accents, one index a language."""
