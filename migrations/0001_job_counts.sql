-- Triggers that keep job_counts, so that the total of a list costs one row per status.
CREATE TRIGGER job_counts_insert AFTER INSERT ON jobs BEGIN
  INSERT INTO job_counts (account_id, status, jobs) VALUES (NEW.account_id, NEW.status, 1)
    ON CONFLICT (account_id, status) DO UPDATE SET jobs = jobs + 1;
END;
--> statement-breakpoint
CREATE TRIGGER job_counts_update AFTER UPDATE OF status ON jobs WHEN OLD.status <> NEW.status BEGIN
  UPDATE job_counts SET jobs = jobs - 1 WHERE account_id = OLD.account_id AND status = OLD.status;
  INSERT INTO job_counts (account_id, status, jobs) VALUES (NEW.account_id, NEW.status, 1)
    ON CONFLICT (account_id, status) DO UPDATE SET jobs = jobs + 1;
END;
--> statement-breakpoint
CREATE TRIGGER job_counts_delete AFTER DELETE ON jobs BEGIN
  UPDATE job_counts SET jobs = jobs - 1 WHERE account_id = OLD.account_id AND status = OLD.status;
END;
