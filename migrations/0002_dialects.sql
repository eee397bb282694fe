CREATE TABLE `agents` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`family` text NOT NULL,
	`name` text NOT NULL,
	`definition` text NOT NULL,
	`options` text NOT NULL,
	`priority` text NOT NULL,
	`asked` text NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `agents_by_name` ON `agents` (`account_id`,`family`,`name`);--> statement-breakpoint
CREATE INDEX `agents_by_time` ON `agents` (`account_id`,`family`,`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `field_values` (
	`field_id` text NOT NULL,
	`document_id` text NOT NULL,
	`account_id` text NOT NULL,
	`extraction_id` text NOT NULL,
	`text` text,
	`number` real,
	`time` integer,
	`at` integer NOT NULL,
	PRIMARY KEY(`field_id`, `document_id`)
);
--> statement-breakpoint
CREATE INDEX `field_values_by_document` ON `field_values` (`account_id`,`document_id`);--> statement-breakpoint
CREATE TABLE `fields` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`canonical_name` text NOT NULL,
	`title` text NOT NULL,
	`type` text NOT NULL,
	`description` text NOT NULL,
	`group` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `fields_by_name` ON `fields` (`account_id`,`canonical_name`);--> statement-breakpoint
CREATE INDEX `fields_by_time` ON `fields` (`account_id`,`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `grants` (
	`token_sha256` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`kind` text NOT NULL,
	`document_id` text NOT NULL,
	`filename` text NOT NULL,
	`external_id` text,
	`purpose` text,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `grants_by_document` ON `grants` (`account_id`,`document_id`);--> statement-breakpoint
CREATE INDEX `grants_by_expiry` ON `grants` (`expires_at`);--> statement-breakpoint
CREATE TABLE `job_labels` (
	`job_id` text NOT NULL,
	`name` text NOT NULL,
	`account_id` text NOT NULL,
	`value` text NOT NULL,
	PRIMARY KEY(`job_id`, `name`)
);
--> statement-breakpoint
CREATE TABLE `sources` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`name` text NOT NULL,
	`type` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `sources_by_time` ON `sources` (`account_id`,`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `webhooks` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`family` text NOT NULL,
	`url` text NOT NULL,
	`events` text NOT NULL,
	`secret` text,
	`headers` text NOT NULL,
	`source_id` text,
	`is_active` integer NOT NULL,
	`asked` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `webhooks_by_time` ON `webhooks` (`account_id`,`family`,`created_at`,`id`);--> statement-breakpoint
DROP INDEX `documents_by_content`;--> statement-breakpoint
ALTER TABLE `documents` ADD `shared_content` text;--> statement-breakpoint
ALTER TABLE `documents` ADD `external_id` text;--> statement-breakpoint
ALTER TABLE `documents` ADD `purpose` text;--> statement-breakpoint
ALTER TABLE `documents` ADD `source_id` text;--> statement-breakpoint
ALTER TABLE `documents` ADD `batch_id` text;--> statement-breakpoint
ALTER TABLE `documents` ADD `metadata` text;--> statement-breakpoint
CREATE UNIQUE INDEX `documents_by_shared_content` ON `documents` (`account_id`,`shared_content`);--> statement-breakpoint
CREATE INDEX `documents_by_name` ON `documents` (`account_id`,`filename`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `documents_by_external_id` ON `documents` (`account_id`,`external_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `documents_by_source` ON `documents` (`account_id`,`source_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `documents_by_content` ON `documents` (`account_id`,`sha256`);--> statement-breakpoint
ALTER TABLE `extractions` ADD `agent_id` text;--> statement-breakpoint
ALTER TABLE `extractions` ADD `origin` text DEFAULT 'api' NOT NULL;--> statement-breakpoint
ALTER TABLE `extractions` ADD `extension` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `extractions` ADD `deleted_at` integer;--> statement-breakpoint
CREATE INDEX `extractions_by_agent` ON `extractions` (`account_id`,`agent_id`,`created_at`,`id`);--> statement-breakpoint
ALTER TABLE `jobs` ADD `agent_id` text;--> statement-breakpoint
ALTER TABLE `jobs` ADD `project_id` text;--> statement-breakpoint
ALTER TABLE `jobs` ADD `model` text;--> statement-breakpoint
ALTER TABLE `jobs` ADD `labels` text DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE `jobs` ADD `origin` text DEFAULT 'api' NOT NULL;--> statement-breakpoint
ALTER TABLE `jobs` ADD `deleted_at` integer;--> statement-breakpoint
CREATE INDEX `jobs_by_agent` ON `jobs` (`account_id`,`agent_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `jobs_by_project` ON `jobs` (`account_id`,`project_id`,`created_at`,`id`);--> statement-breakpoint
UPDATE `documents` SET `shared_content` = `sha256`;--> statement-breakpoint
UPDATE `extractions` SET `extension` = CASE WHEN instr(`filename`, '.') = 0 THEN ''
  ELSE lower(replace(`filename`, rtrim(`filename`, replace(`filename`, '.', '')), '')) END;--> statement-breakpoint
UPDATE `jobs` SET `expires_at` = coalesce(`ended_at`, `created_at`) + 604800000 WHERE `expires_at` IS NULL;--> statement-breakpoint
-- A deleted job counts no more.
DROP TRIGGER job_counts_insert;--> statement-breakpoint
DROP TRIGGER job_counts_update;--> statement-breakpoint
DROP TRIGGER job_counts_delete;--> statement-breakpoint
CREATE TRIGGER job_counts_insert AFTER INSERT ON jobs WHEN NEW.deleted_at IS NULL BEGIN
  INSERT INTO job_counts (account_id, status, jobs) VALUES (NEW.account_id, NEW.status, 1)
    ON CONFLICT (account_id, status) DO UPDATE SET jobs = jobs + 1;
END;
--> statement-breakpoint
CREATE TRIGGER job_counts_update AFTER UPDATE OF status, deleted_at ON jobs
WHEN OLD.status <> NEW.status OR OLD.deleted_at IS NOT NEW.deleted_at BEGIN
  UPDATE job_counts SET jobs = jobs - 1
    WHERE account_id = OLD.account_id AND status = OLD.status AND OLD.deleted_at IS NULL;
  INSERT INTO job_counts (account_id, status, jobs) SELECT NEW.account_id, NEW.status, 1 WHERE NEW.deleted_at IS NULL
    ON CONFLICT (account_id, status) DO UPDATE SET jobs = jobs + 1;
END;
--> statement-breakpoint
CREATE TRIGGER job_counts_delete AFTER DELETE ON jobs WHEN OLD.deleted_at IS NULL BEGIN
  UPDATE job_counts SET jobs = jobs - 1 WHERE account_id = OLD.account_id AND status = OLD.status;
END;
