"""Floor 6: Pelican, which reads the national office's pages and runs the build."""
