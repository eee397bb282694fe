CREATE TABLE `accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `api_keys` (
	`sha256` text PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`account_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`revoked_at` integer
);
--> statement-breakpoint
CREATE TABLE `corrections` (
	`extraction_id` text NOT NULL,
	`field` text NOT NULL,
	`account_id` text NOT NULL,
	`value` text NOT NULL,
	`reason` text,
	`at` integer NOT NULL,
	PRIMARY KEY(`extraction_id`, `field`)
);
--> statement-breakpoint
CREATE TABLE `documents` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`filename` text NOT NULL,
	`media_type` text NOT NULL,
	`size_bytes` integer NOT NULL,
	`sha256` text NOT NULL,
	`status` text NOT NULL,
	`pages` integer,
	`language` text,
	`problem_code` text,
	`problem_message` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `documents_by_content` ON `documents` (`account_id`,`sha256`);--> statement-breakpoint
CREATE INDEX `documents_by_time` ON `documents` (`account_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `documents_by_status` ON `documents` (`account_id`,`status`,`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `extractions` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`job_id` text NOT NULL,
	`index` integer NOT NULL,
	`document_id` text NOT NULL,
	`filename` text NOT NULL,
	`schema_id` text,
	`attempt` integer NOT NULL,
	`outcome` text NOT NULL,
	`phase` text,
	`token` integer,
	`filled_fields` integer NOT NULL,
	`field_count` integer NOT NULL,
	`confidence` real,
	`pages` integer,
	`language` text,
	`problem_code` text,
	`problem_message` text,
	`created_at` integer NOT NULL,
	`ended_at` integer,
	`revision` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `extractions_by_time` ON `extractions` (`account_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `extractions_by_document` ON `extractions` (`account_id`,`document_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `extractions_by_schema` ON `extractions` (`account_id`,`schema_id`,`created_at`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `extractions_by_job` ON `extractions` (`job_id`,`index`);--> statement-breakpoint
CREATE TABLE `job_counts` (
	`account_id` text NOT NULL,
	`status` text NOT NULL,
	`jobs` integer NOT NULL,
	PRIMARY KEY(`account_id`, `status`)
);
--> statement-breakpoint
CREATE TABLE `jobs` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`operation` text NOT NULL,
	`name` text,
	`schema_id` text,
	`schema_name` text,
	`status` text NOT NULL,
	`phase` text,
	`progress` integer NOT NULL,
	`attempt` integer NOT NULL,
	`document_count` integer NOT NULL,
	`completed_documents` integer NOT NULL,
	`failed_documents` integer NOT NULL,
	`total_cells` integer NOT NULL,
	`filled_cells` integer NOT NULL,
	`problem_code` text,
	`problem_message` text,
	`created_at` integer NOT NULL,
	`started_at` integer,
	`ended_at` integer,
	`cancelled_at` integer,
	`expires_at` integer,
	`estimated_end_at` integer,
	`revision` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `jobs_by_time` ON `jobs` (`account_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `jobs_by_status` ON `jobs` (`account_id`,`status`,`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `request_claims` (
	`account_id` text NOT NULL,
	`name` text NOT NULL,
	`job_id` text NOT NULL,
	`fingerprint` text NOT NULL,
	`claimed_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	PRIMARY KEY(`account_id`, `name`)
);
--> statement-breakpoint
CREATE INDEX `request_claims_by_expiry` ON `request_claims` (`expires_at`);--> statement-breakpoint
CREATE TABLE `schema_versions` (
	`schema_id` text NOT NULL,
	`version` integer NOT NULL,
	`account_id` text NOT NULL,
	`definition` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`schema_id`, `version`)
);
--> statement-breakpoint
CREATE TABLE `schemas` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`short_id` text NOT NULL,
	`name` text NOT NULL,
	`description` text,
	`definition` text NOT NULL,
	`field_count` integer NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `schemas_by_time` ON `schemas` (`account_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `schemas_by_short_id` ON `schemas` (`account_id`,`short_id`);