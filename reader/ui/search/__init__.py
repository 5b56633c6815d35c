"""Search the whole guide: a tab beside the article."""
