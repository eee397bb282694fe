-- Of the same bytes there may be several removals at once: each has a row of its own.
CREATE TABLE `__new_content_removals` (
	`account_id` text NOT NULL,
	`sha256` text NOT NULL,
	`id` text NOT NULL,
	`started_at` integer NOT NULL,
	PRIMARY KEY(`account_id`, `id`)
);
--> statement-breakpoint
INSERT INTO `__new_content_removals`("account_id", "sha256", "id", "started_at") SELECT "account_id", "sha256", "sha256", "started_at" FROM `content_removals`;--> statement-breakpoint
DROP TABLE `content_removals`;--> statement-breakpoint
ALTER TABLE `__new_content_removals` RENAME TO `content_removals`;--> statement-breakpoint
CREATE INDEX `content_removals_by_time` ON `content_removals` (`started_at`);
