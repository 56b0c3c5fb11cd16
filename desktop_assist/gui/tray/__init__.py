"""The tray icon, its menu, and the notices."""
