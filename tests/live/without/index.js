throw new Error("cbor-extract is not used in these tests");
