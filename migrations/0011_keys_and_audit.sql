CREATE TABLE `audit_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`action` text NOT NULL,
	`subject_id` text NOT NULL,
	`key_id` text,
	`request_id` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `audit_entries_by_time` ON `audit_entries` (`account_id`,`created_at`,`id`);--> statement-breakpoint
ALTER TABLE `api_keys` ADD `name` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `api_keys` ADD `scopes` text DEFAULT 'read write extract admin' NOT NULL;--> statement-breakpoint
ALTER TABLE `api_keys` ADD `prefix` text;--> statement-breakpoint
ALTER TABLE `api_keys` ADD `expires_at` integer;--> statement-breakpoint
ALTER TABLE `api_keys` ADD `last_used_at` integer;--> statement-breakpoint
ALTER TABLE `api_keys` ADD `rotated_at` integer;--> statement-breakpoint
ALTER TABLE `api_keys` ADD `replaced_at` integer;--> statement-breakpoint
CREATE INDEX `api_keys_by_time` ON `api_keys` (`account_id`,`created_at`,`id`) WHERE "api_keys"."replaced_at" is null;--> statement-breakpoint
CREATE INDEX `api_keys_by_id` ON `api_keys` (`account_id`,`id`);--> statement-breakpoint
-- The log of changes is only ever added to.
CREATE TRIGGER audit_entries_are_not_changed BEFORE UPDATE ON audit_entries BEGIN
  SELECT RAISE(ABORT, 'audit_entries: an entry is never changed');
END;
--> statement-breakpoint
CREATE TRIGGER audit_entries_are_not_removed BEFORE DELETE ON audit_entries BEGIN
  SELECT RAISE(ABORT, 'audit_entries: an entry is never removed');
END;
