"""The dated warnings and recordings for programs."""
