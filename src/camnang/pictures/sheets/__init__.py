"""What is said on a picture, as typed parts that a layout reads."""
