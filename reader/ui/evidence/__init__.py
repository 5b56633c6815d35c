"""The table of all claims: how sure each one is, why, and where the text makes it."""
