-- The picture of a logo in the common catalogue: the SHA-256 of its bytes, which lie in `content`.
ALTER TABLE pack_entry ADD COLUMN image TEXT;
