"""Team packs over whatever a team already has: a share, a web server, a bucket."""
