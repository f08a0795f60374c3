"""What offices take away and edit: pages as Word files, and the register of all office files of the site."""
