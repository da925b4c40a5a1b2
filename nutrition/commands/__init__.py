"""What the `mgca` command does once `nutrition.cli` has read its arguments."""
