"""What the site's templates are given."""
