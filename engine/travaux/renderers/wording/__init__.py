"""What every report says in words: the terminal, a page, a Word file and an e-mail tell a change alike."""
