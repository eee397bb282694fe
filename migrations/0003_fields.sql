ALTER TABLE `fields` ADD `occurrences` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `field_values_by_time` ON `field_values` (`field_id`,`at`,`document_id`);--> statement-breakpoint
-- A field counts the documents in which it has a value.
CREATE TRIGGER field_values_insert AFTER INSERT ON field_values WHEN NEW.text IS NOT NULL BEGIN
  UPDATE fields SET occurrences = occurrences + 1 WHERE id = NEW.field_id;
END;
--> statement-breakpoint
CREATE TRIGGER field_values_update AFTER UPDATE OF text ON field_values WHEN (OLD.text IS NULL) <> (NEW.text IS NULL) BEGIN
  UPDATE fields SET occurrences = occurrences + iif(NEW.text IS NULL, -1, 1) WHERE id = NEW.field_id;
END;
--> statement-breakpoint
CREATE TRIGGER field_values_delete AFTER DELETE ON field_values WHEN OLD.text IS NOT NULL BEGIN
  UPDATE fields SET occurrences = occurrences - 1 WHERE id = OLD.field_id;
END;
--> statement-breakpoint
-- A value goes with its document, and with the result it was read in.
CREATE TRIGGER field_values_of_document AFTER DELETE ON documents BEGIN
  DELETE FROM field_values WHERE account_id = OLD.account_id AND document_id = OLD.id;
END;
--> statement-breakpoint
CREATE TRIGGER field_values_of_extraction AFTER UPDATE OF deleted_at ON extractions WHEN NEW.deleted_at IS NOT NULL BEGIN
  DELETE FROM field_values WHERE account_id = OLD.account_id AND document_id = OLD.document_id AND extraction_id = OLD.id;
END;
--> statement-breakpoint
CREATE TRIGGER field_values_of_job AFTER UPDATE OF status ON jobs WHEN NEW.status = 'expired' AND OLD.status <> 'expired' BEGIN
  DELETE FROM field_values WHERE account_id = NEW.account_id AND (document_id, extraction_id) IN
    (SELECT document_id, id FROM extractions WHERE job_id = NEW.id);
END;
