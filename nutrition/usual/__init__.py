"""Usual intake of a group from a few days a person: NRC/best-power and NCI."""
