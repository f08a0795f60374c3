"""What a web server must say and keep."""
