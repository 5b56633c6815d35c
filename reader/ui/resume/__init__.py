"""Where one was: kept on disk, and found again after a while."""
