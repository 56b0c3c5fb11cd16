"""What works here and what does not: facts in, sentences and commands out."""
