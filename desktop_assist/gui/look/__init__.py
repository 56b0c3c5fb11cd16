"""How everything looks: colours, measures, marks, places on the screen."""
