"""From pages to posters and infographics."""
