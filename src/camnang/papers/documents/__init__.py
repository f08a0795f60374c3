"""Which office files the site offers, and their making."""
