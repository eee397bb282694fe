CREATE TABLE `dataset_documents` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`owner_id` text NOT NULL,
	`document_id` text,
	`body` text NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`owner_id`) REFERENCES `datasets`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `dataset_documents_by_time` ON `dataset_documents` (`owner_id`,`account_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `dataset_documents_by_document` ON `dataset_documents` (`account_id`,`document_id`);--> statement-breakpoint
CREATE TABLE `datasets` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`owner_id` text NOT NULL,
	`document_id` text,
	`body` text NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`owner_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `datasets_by_time` ON `datasets` (`owner_id`,`account_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `datasets_by_document` ON `datasets` (`account_id`,`document_id`);--> statement-breakpoint
CREATE TABLE `iterations` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`owner_id` text NOT NULL,
	`document_id` text,
	`body` text NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`owner_id`) REFERENCES `datasets`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `iterations_by_time` ON `iterations` (`owner_id`,`account_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `iterations_by_document` ON `iterations` (`account_id`,`document_id`);--> statement-breakpoint
CREATE TABLE `predictions` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`owner_id` text NOT NULL,
	`document_id` text,
	`body` text NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`owner_id`) REFERENCES `iterations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `predictions_by_time` ON `predictions` (`owner_id`,`account_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `predictions_by_document` ON `predictions` (`account_id`,`document_id`);--> statement-breakpoint
CREATE TABLE `projects` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`owner_id` text NOT NULL,
	`document_id` text,
	`body` text NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `projects_by_time` ON `projects` (`owner_id`,`account_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `projects_by_document` ON `projects` (`account_id`,`document_id`);--> statement-breakpoint
CREATE TABLE `templates` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`owner_id` text NOT NULL,
	`document_id` text,
	`body` text NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `templates_by_time` ON `templates` (`owner_id`,`account_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `templates_by_document` ON `templates` (`account_id`,`document_id`);--> statement-breakpoint
-- What a document of a dataset gave goes with it.
CREATE TRIGGER predictions_of_document AFTER DELETE ON dataset_documents BEGIN
  DELETE FROM predictions WHERE account_id = OLD.account_id AND document_id = OLD.id;
END;
