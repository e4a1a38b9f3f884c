// EmbeddedPostgreSQL
