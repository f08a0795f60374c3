"""What is said on a picture, as plain values for a layout."""
