"""The travaux command line."""
