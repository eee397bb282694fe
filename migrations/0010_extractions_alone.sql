DROP INDEX `extractions_by_agent`;--> statement-breakpoint
DROP INDEX `extractions_by_time`;--> statement-breakpoint
DROP INDEX `extractions_by_document`;--> statement-breakpoint
DROP INDEX `extractions_by_schema`;--> statement-breakpoint
CREATE INDEX `extractions_by_agent` ON `extractions` (`account_id`,`agent_id`,`created_at`,`id`,`deleted_at`,`field_count`);--> statement-breakpoint
CREATE INDEX `extractions_by_time` ON `extractions` (`account_id`,`created_at`,`id`,`deleted_at`,`field_count`);--> statement-breakpoint
CREATE INDEX `extractions_by_document` ON `extractions` (`account_id`,`document_id`,`created_at`,`id`,`deleted_at`,`field_count`);--> statement-breakpoint
CREATE INDEX `extractions_by_schema` ON `extractions` (`account_id`,`schema_id`,`created_at`,`id`,`deleted_at`,`field_count`);