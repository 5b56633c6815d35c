"""The notebook in the window: what one adds, where it is listed and how it is written down."""
