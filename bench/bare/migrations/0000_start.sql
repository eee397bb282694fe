CREATE TABLE jobs (id text PRIMARY KEY NOT NULL, created_at integer NOT NULL);
