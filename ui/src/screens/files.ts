// Opening and closing the file of a partnership.
import { dropAll } from "../ipc/drafts";
import { queries, write } from "../ipc/query";
import { go } from "../router";

/** Forgets what belongs to the file that was open, and shows the overview of the one that is open now. */
export function entered() {
  dropAll();
  queries.removeQueries({ predicate: (query) => PER_FILE.has(String(query.queryKey[0])) });
  go("overview");
}

const PER_FILE = new Set([
  "list_records",
  "get_record",
  "overview",
  "attendance_grid",
  "attachments",
  "certificates",
  "evaluation_results",
  "namesakes",
  "training_figures",
  "preview_report",
]);

/** Closes the open file, and with it forgets what was not saved. */
export async function closeFile() {
  dropAll();
  await write("close_file", {});
  go();
}
