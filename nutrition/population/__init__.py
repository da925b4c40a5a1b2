"""Prevalence in groups: cut-point and full probability, survey design, replicates."""
