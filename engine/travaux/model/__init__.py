"""The values that pass between the stages; laws in the docstring of each."""
