"""Reading and writing files: every fault told with its place, everything written whole or not at all."""
