"""What a person at a terminal sees: colour, wrapping, sentences, reports, errors."""
