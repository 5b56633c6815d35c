"""Words and sentences of English: how they are cut, said and counted; nothing here knows a guide."""
