// Opening and closing the file of a partnership.
import { dropAll } from "../ipc/drafts";
import { forgetFile, refresh, write } from "../ipc/query";
import { go } from "../router";

/** Forgets what belongs to the file that was open, and shows the overview, or another place, of what is open now. */
export function entered(place = "overview") {
  dropAll();
  forgetFile();
  void refresh();
  // The screen that was open is left with the address, and what it asked for goes after it.
  window.addEventListener("hashchange", () => setTimeout(forgetFile), { once: true });
  go(place);
}

/** Closes the open file, and with it forgets what was not saved. */
export async function closeFile() {
  dropAll();
  await write("close_file", {});
  go();
}
