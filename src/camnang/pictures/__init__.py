"""Everything drawn: which pictures there are, what they say, how they are drawn and checked."""
