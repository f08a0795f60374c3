"""What each place gets, as ZIP with a guide."""
