"""Opens drawn files and holds them against what was meant."""
