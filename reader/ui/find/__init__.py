"""Find words in the article: the bar, and what it finds."""
