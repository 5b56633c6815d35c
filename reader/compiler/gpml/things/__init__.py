"""What stands in a pathway: boxes, states and groups, and what they are called."""
