"""What runs through a pathway: lines, the ways they take, and the anchors on them."""
