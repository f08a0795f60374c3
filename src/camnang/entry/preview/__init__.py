"""The live preview: pages and pictures are made when a browser asks for them, an edit shows at once."""
