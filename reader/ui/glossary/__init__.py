"""Words explained: in the popup, and the ones that were kept."""
