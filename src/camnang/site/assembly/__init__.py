"""The whole site as files: every page rendered, its lists, feeds and assets; written whole or brought up to date."""
