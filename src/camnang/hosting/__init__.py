"""What a web server must say and keep: the content policy, headers, files for nginx, Apache and IIS, addresses."""
