// Which screen is shown. The screens are in screens/.
import { QueryClientProvider } from "@tanstack/react-query";
import { lazy, Suspense, useEffect } from "react";
import { queries, useRead } from "./ipc/query";
import { useRoute } from "./router";
import { Refusal } from "./screens/actions";
import { Closing } from "./screens/closing";
import { Opening } from "./screens/opening";
import { StartScreen } from "./screens/start";
import { TextsProvider, useTexts } from "./texts";
import { Announcer, MessageBar, untell } from "./widgets/notice";

/** Everything that needs an open file; a first start does not wait for it. */
const Partnership = lazy(() => import("./screens/inside"));
const Unlock = lazy(() => import("./screens/protection/unlock"));

export function App() {
  return (
    <QueryClientProvider client={queries}>
      <TextsProvider>
        <Content />
      </TextsProvider>
    </QueryClientProvider>
  );
}

function Content() {
  const { t } = useTexts();
  const file = useRead("file", {});
  const locked = useRead("locked", {});
  const route = useRoute();
  const [place = "overview", id, tab] = route;
  const address = route.join("/");
  // biome-ignore lint/correctness/useExhaustiveDependencies: a message belongs to the screen where it was given
  useEffect(untell, [address]);
  if (file.error) return <Refusal error={file.error} />;
  if (file.data === undefined || locked.data === undefined) return null;
  return (
    <>
      {file.data === null && locked.data !== null ? (
        <Suspense fallback={null}>
          <Unlock file={locked.data} />
        </Suspense>
      ) : file.data === null ? (
        <StartScreen />
      ) : (
        <Suspense fallback={null}>
          <Partnership place={place} id={id} tab={tab} />
        </Suspense>
      )}
      <MessageBar label={t("ui.shell.message")} closeLabel={t("ui.word.close")} />
      <Announcer />
      <Closing />
      <Opening />
    </>
  );
}
