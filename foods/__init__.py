"""What a food is: composition, household measures, names."""
