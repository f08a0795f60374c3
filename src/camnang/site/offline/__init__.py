"""What a phone keeps, and what makes the site installable."""
