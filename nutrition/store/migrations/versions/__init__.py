"""One file a revision, never edited once it was released."""
