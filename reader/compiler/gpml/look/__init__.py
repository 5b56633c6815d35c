"""How things and lines are drawn: outlines, colours, texts, heads, and what lies above what."""
