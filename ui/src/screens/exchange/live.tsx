// Live exchange: the open file in step with a server. Setting it up, how it stands, and a mark of that on every screen.
import { useEffect, useRef, useState } from "react";
import type { LivePhase, LiveState } from "../../ipc/bindings";
import type { CoreError } from "../../ipc/call";
import { flushTyped } from "../../ipc/drafts";
import { asCoreError, refresh, useRead, useWrite, write } from "../../ipc/query";
import { link } from "../../router";
import { useTexts } from "../../texts";
import { Anchor, Button } from "../../widgets/button";
import { WordsField } from "../../widgets/field";
import type { IconName } from "../../widgets/icon";
import { Notice, tell } from "../../widgets/notice";
import { attempt, errorText, Refusal } from "../actions";
import { problemText } from "../problem";

/** So often a page asks how things stand with the server, once there is one. */
const EVERY = 1500;

const ICONS: Record<LivePhase, IconName> = {
  off: "info",
  connecting: "exchange",
  syncing: "exchange",
  in_step: "check",
  waiting: "warning",
};

/** How things stand, asked again and again while the open file has a server. */
function useLive(): LiveState | undefined {
  const [connected, setConnected] = useState(false);
  const state = useRead("live_state", {}, { every: connected ? EVERY : undefined }).data;
  const address = state?.address;
  useEffect(() => setConnected(typeof address === "string"), [address]);
  return state;
}

/** On every screen: whether the file is in step. What colleagues wrote is shown as soon as it came in. */
export function LiveMark() {
  const { t } = useTexts();
  const state = useLive();
  const taken = state?.taken_in ?? 0;
  const shown = useRef(taken);
  useEffect(() => {
    if (taken !== shown.current) {
      shown.current = taken;
      void refresh();
    }
  }, [taken]);
  if (!state || state.address === null || state.phase === "off") return null;
  const icon = state.problem !== null && state.phase === "in_step" ? "warning" : ICONS[state.phase];
  return (
    <Anchor href={link("exchange")} icon={icon}>
      {t(`ui.server.phase.${state.phase}`)}
    </Anchor>
  );
}

/** The section of the exchange screen. */
export function LiveExchange() {
  const { t } = useTexts();
  const state = useLive();
  if (!state) return null;
  return (
    <section className="section" aria-labelledby="live-title">
      <h2 id="live-title">{t("ui.server.title")}</h2>
      <p>{t("ui.server.help")}</p>
      {state.address === null ? (
        <Connect onConnected={() => tell(t("ui.server.connected"))} />
      ) : (
        <Standing state={state} />
      )}
    </section>
  );
}

function Standing({ state }: { state: LiveState }) {
  const texts = useTexts();
  const { t } = texts;
  const sync = useWrite("sync_now");
  const { phase, problem } = state;
  // This section is gone once it is done: what is told afterwards does not hang on it.
  const disconnect = () =>
    attempt(texts, async () => {
      await write("disconnect_live", {});
      tell(t("ui.server.disconnected"));
    });
  const tone = problem !== null ? "warning" : phase === "in_step" ? "done" : "info";
  return (
    <>
      <p className="path">{t("ui.server.at", { address: state.address ?? "" })}</p>
      <Notice tone={tone}>
        {phase === "off" ? null : (
          <p>
            <strong>{t(`ui.server.phase.${phase}`)}</strong>
          </p>
        )}
        {problem === null ? null : <p>{errorText(texts, { code: problem, detail: state.detail ?? "" })}</p>}
        {state.waiting > 0 ? <p>{texts.count("ui.server.waiting", state.waiting)}</p> : null}
        {state.read_only ? <p>{t("ui.server.read_only")}</p> : null}
        {state.in_step_at === null ? null : (
          <p>{t("ui.server.since", { time: texts.time(state.in_step_at) })}</p>
        )}
      </Notice>
      <div className="parts-head">
        <Button busy={sync.isPending} onPress={() => sync.mutate({})}>
          {t("ui.server.sync_now")}
        </Button>
        <Button kind="quiet" onPress={() => void disconnect()}>
          {t("ui.server.disconnect")}
        </Button>
      </div>
      <Refusal error={sync.error} />
      <p>{t("ui.server.operator")}</p>
    </>
  );
}

/** Address and key of a server. Without an open file, the partnership's file comes from it. */
export function Connect({ onConnected }: { onConnected: () => void }) {
  const texts = useTexts();
  const { t } = texts;
  const [address, setAddress] = useState("");
  const [key, setKey] = useState("");
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CoreError | null>(null);
  const problem = (field: string) => {
    const found = error?.problems.find((one) => one.field === field);
    return found ? problemText(texts, found) : undefined;
  };
  async function connect() {
    setBusy(true);
    setError(null);
    try {
      await flushTyped();
      await write("connect_live", { address, key });
      onConnected();
    } catch (reason) {
      setError(asCoreError(reason));
    } finally {
      setBusy(false);
    }
  }
  return (
    <>
      <p>{t("ui.server.operator")}</p>
      <WordsField
        name="server_address"
        label={t("ui.server.address")}
        help={t("ui.server.line_help")}
        value={address}
        onChange={setAddress}
        problem={problem("address")}
      />
      <WordsField
        name="server_key"
        label={t("ui.server.key")}
        value={key}
        onChange={setKey}
        problem={problem("key")}
      />
      <div>
        <Button busy={busy} onPress={() => void connect()}>
          {t("ui.server.connect")}
        </Button>
      </div>
      <Refusal error={error && error.problems.length > 0 ? null : error} />
    </>
  );
}
