"""What the reader knows and decides. Imports no Qt, ever; gets every path and choice as an argument."""
