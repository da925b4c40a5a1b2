"""What a page asks for, computed here: pages show and compute nothing."""
