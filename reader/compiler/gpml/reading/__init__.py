"""What a GPML file says: its XML, labels, literature and description, made safe and plain."""
