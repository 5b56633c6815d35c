"""The rules about a pathway: what it says, how it is drawn, and whether it can be seen."""
