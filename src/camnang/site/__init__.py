"""What readers open: pages, search, feeds, offline, the files of web servers."""
