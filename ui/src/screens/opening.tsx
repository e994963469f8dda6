// A file that the system was asked to open with this program: at the start, or later from the file manager.
import { lazy, Suspense, useEffect, useState } from "react";
import { call, onOpenRequest } from "../ipc/call";
import { asCoreError, useRead, write } from "../ipc/query";
import { useRoute } from "../router";
import { useTexts } from "../texts";
import { attempt } from "./actions";
import { whenSaved } from "./closing";
import { entered } from "./files";

const TakeIn = lazy(() => import("./exchange/take-in").then(({ TakeIn }) => ({ default: TakeIn })));

/** A partnership's file takes the place of the open one, once that is saved; a file of a colleague shows its plan. */
export function Opening() {
  const texts = useTexts();
  const [bundle, setBundle] = useState<string | null>(null);
  const locked = useRead("locked", {}).data;
  const file = useRead("file", {}).data;
  const [place] = useRoute();
  useEffect(() => {
    // An encrypted file has taken the open one's place and waits for its passphrase.
    const refused = (reason: unknown) => {
      if (asCoreError(reason).code !== "locked") throw reason;
      entered("");
    };
    const open = (path: string) =>
      attempt(texts, () => write("open_file", { path }).then(() => entered(), refused));
    const look = () =>
      attempt(texts, async () => {
        const file = await call("handed_over", {});
        if (file?.bundle) setBundle(file.path);
        else if (file) await whenSaved(() => void open(file.path));
      });
    void look();
    return onOpenRequest(() => void look());
  }, [texts]);
  // What is in it is not for the people who look at the shared screen, nor for whoever has no passphrase.
  if (bundle === null || locked !== null || place === "shared" || place === "notes") return null;
  return (
    <Suspense fallback={null}>
      <TakeIn
        key={bundle}
        path={bundle}
        onClose={(taken) => {
          setBundle(null);
          // It made the partnership's file, which is open now.
          if (taken && file === null) entered();
        }}
      />
    </Suspense>
  );
}
