"""What proves that a site, a stick or a pack is unchanged: a list of files, a signature, and the check of both."""
