"""What the reader shows. Widgets ask by signals; they never act on one another."""
