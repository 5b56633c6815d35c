"""What the user chose: held, shown, changed."""
