"""What `handrail new` writes: a whole hub that is ready to publish, or one more page or record of it."""
