"""A language of the handbook without a server: ZIP for USB sticks, ZIM for Kiwix."""
