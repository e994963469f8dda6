ALTER TABLE network_partner ADD COLUMN latitude REAL;
ALTER TABLE network_partner ADD COLUMN longitude REAL;
