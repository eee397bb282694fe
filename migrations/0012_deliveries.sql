CREATE TABLE `deliveries` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`announcement_id` text NOT NULL,
	`destination` text NOT NULL,
	`job_id` text,
	`kind` text NOT NULL,
	`webhook_id` text,
	`family` text NOT NULL,
	`url` text NOT NULL,
	`event_type` text NOT NULL,
	`status` text NOT NULL,
	`tries` integer NOT NULL,
	`latest` text NOT NULL,
	`next_at` integer,
	`created_at` integer NOT NULL,
	`ended_at` integer,
	`revision` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `deliveries_by_time` ON `deliveries` (`account_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `deliveries_by_webhook` ON `deliveries` (`account_id`,`webhook_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `deliveries_by_job` ON `deliveries` (`account_id`,`job_id`,`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `signing_secrets` (
	`account_id` text PRIMARY KEY NOT NULL,
	`secret` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE `webhooks` ADD `disabled_at` integer;--> statement-breakpoint
ALTER TABLE `webhooks` ADD `disabled_reason` text;