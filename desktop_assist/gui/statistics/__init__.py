"""The window with the statistics: charts, tables, export, and forgetting."""
