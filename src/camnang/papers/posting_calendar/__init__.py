"""The campaign's year for telephones and to fill in."""
