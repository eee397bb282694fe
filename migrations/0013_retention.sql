CREATE TABLE `account_deletions` (
	`account_id` text PRIMARY KEY NOT NULL,
	`started_at` integer NOT NULL,
	`found_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `content_removals` (
	`account_id` text NOT NULL,
	`sha256` text NOT NULL,
	`started_at` integer NOT NULL,
	PRIMARY KEY(`account_id`, `sha256`)
);
--> statement-breakpoint
CREATE INDEX `content_removals_by_time` ON `content_removals` (`started_at`);--> statement-breakpoint
CREATE TABLE `walks` (
	`name` text PRIMARY KEY NOT NULL,
	`position` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `jobs_deleted` ON `jobs` (`deleted_at`) WHERE "jobs"."deleted_at" is not null;--> statement-breakpoint
-- The log of changes goes with its account; that this was deleted stays.
DROP TRIGGER audit_entries_are_not_removed;
--> statement-breakpoint
CREATE TRIGGER audit_entries_are_not_removed BEFORE DELETE ON audit_entries
WHEN OLD.action = 'account.deleted' OR NOT EXISTS (SELECT 1 FROM account_deletions WHERE account_id = OLD.account_id) BEGIN
  SELECT RAISE(ABORT, 'audit_entries: an entry is never removed');
END;
