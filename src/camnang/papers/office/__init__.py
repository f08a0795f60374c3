"""What all Word files and workbooks share."""
