"""What a new hire reads and practises: lessons, situations, the rubric, when something is due."""
