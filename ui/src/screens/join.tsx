// Beginning with a partnership that colleagues have on their laptops: send them this laptop's key, take in their file.
import { useState } from "react";
import { useRead } from "../ipc/query";
import { useTexts } from "../texts";
import { Button } from "../widgets/button";
import { Panel } from "../widgets/overlay";
import { Refusal } from "./actions";
import { LaptopKey } from "./exchange/key";
import { Connect } from "./exchange/live";
import { TakeIn } from "./exchange/take-in";
import { entered } from "./files";

export default function Join({ onClose }: { onClose: () => void }) {
  const { t } = useTexts();
  const read = useRead("exchange", {});
  const [taking, setTaking] = useState(false);
  if (taking) {
    return (
      <TakeIn
        onClose={(taken) => {
          if (taken) entered();
          onClose();
        }}
      />
    );
  }
  return (
    <Panel
      title={t("ui.exchange.join")}
      open
      size="wide"
      onClose={onClose}
      closeLabel={t("ui.word.close")}
      actions={
        <Button kind="primary" icon="open" onPress={() => setTaking(true)}>
          {t("ui.exchange.take_in")}
        </Button>
      }
    >
      <div className="series">
        <p className="intro">{t("ui.exchange.join_help")}</p>
        <Refusal error={read.error} />
        {read.data ? <LaptopKey value={read.data.key} check={read.data.check} /> : null}
        <section className="section" aria-labelledby="begin-live-title">
          <h2 id="begin-live-title">{t("ui.server.begin_title")}</h2>
          <Connect
            onConnected={() => {
              entered();
              onClose();
            }}
          />
        </section>
      </div>
    </Panel>
  );
}
