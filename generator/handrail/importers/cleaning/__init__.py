"""Pure: one matter each: what people write into a field, and what it means here. Nothing is changed unsaid."""
