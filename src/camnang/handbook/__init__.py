"""What the handbook says: pages and data read into one typed model; nothing here knows what is made of it."""
