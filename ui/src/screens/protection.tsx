// Who can read this partnership's file: encrypting it, the people who may open it, and when it is locked.
import { useState } from "react";
import { useRead, useWrite } from "../ipc/query";
import { link } from "../router";
import { useTexts } from "../texts";
import { Anchor, Button } from "../widgets/button";
import { ChoiceField } from "../widgets/choice";
import { announce, Notice } from "../widgets/notice";
import { Refusal } from "./actions";
import { Asking } from "./dialogs";
import { Page } from "./page";
import { Encrypt } from "./protection/encrypt";
import { Keyring } from "./protection/keyring";
import { ChangePassphrase, Decrypt } from "./protection/passphrase";
import { RecoveryKey } from "./protection/recovery";
import { Users } from "./protection/users";

export function ProtectionScreen() {
  const { t } = useTexts();
  const read = useRead("protection", {});
  const file = useRead("file", {}).data;
  const protection = read.data;
  // Kept here: the key is shown once, and the file is encrypted before it is.
  const [recovery, setRecovery] = useState<{ key: string; left: string[] } | null>(null);
  const coordinates = file?.role === "coordinator";
  return (
    <Page title={t("ui.nav.protection")} place="protection" intro={t("ui.protection.intro")}>
      <Refusal error={read.error} />
      {protection ? (
        <>
          <Notice tone={protection.encrypted ? "done" : "warning"}>
            <p>{t(protection.encrypted ? "ui.protection.state_encrypted" : "ui.protection.state_open")}</p>
            {!protection.encrypted && protection.unprotected_by_choice ? (
              <p>{t("ui.protection.without_chosen")}</p>
            ) : null}
          </Notice>
          {protection.encrypted ? (
            <>
              <Users protection={protection} coordinates={coordinates} />
              {protection.user === null ? null : <ChangePassphrase />}
              <LockAfter choices={protection.lock_choices} />
              {protection.user === null ? null : <Keyring protection={protection} />}
              {coordinates ? <Renew onMade={setRecovery} /> : null}
              {coordinates && protection.user !== null ? <Decrypt /> : null}
            </>
          ) : (
            <>
              <Encrypt onMade={setRecovery} />
              {protection.unprotected_by_choice || file?.sample ? null : <Without />}
            </>
          )}
        </>
      ) : null}
      {recovery ? (
        <RecoveryKey recoveryKey={recovery.key} left={recovery.left} onClose={() => setRecovery(null)} />
      ) : null}
    </Page>
  );
}

/** On the overview, as long as nobody has decided. */
export function ProtectionNotice() {
  const { t } = useTexts();
  if (!useRead("file", {}).data?.protection_open) return null;
  return (
    <Notice
      tone="warning"
      actions={<Anchor href={link("protection")}>{t("ui.protection.notice_link")}</Anchor>}
    >
      <p>{t("ui.protection.notice")}</p>
    </Notice>
  );
}

/** Working without a passphrase is a step of its own, and says what it means. */
function Without() {
  const { t } = useTexts();
  const [asking, setAsking] = useState(false);
  const choose = useWrite("go_unprotected");
  return (
    <section className="section" aria-labelledby="without-title">
      <h2 id="without-title">{t("ui.protection.without")}</h2>
      <p className="intro">{t("ui.protection.without_help")}</p>
      <div>
        <Button onPress={() => setAsking(true)}>{t("ui.protection.without")}</Button>
      </div>
      {asking ? (
        <Asking
          title={t("ui.protection.without")}
          act={t("ui.protection.without")}
          onAct={() =>
            void choose.mutateAsync({}).then(
              () => announce(t("ui.protection.without_chosen")),
              () => undefined,
            )
          }
          busy={choose.isPending}
          onClose={() => setAsking(false)}
          error={choose.error}
        >
          <p>{t("ui.protection.without_help")}</p>
        </Asking>
      ) : null}
    </section>
  );
}

function LockAfter({ choices }: { choices: number[] }) {
  const { t, count } = useTexts();
  const settings = useRead("settings", {}).data;
  const change = useWrite("change_settings");
  if (!settings) return null;
  return (
    <section className="section" aria-labelledby="lock-title">
      <h2 id="lock-title">{t("ui.protection.lock")}</h2>
      <ChoiceField
        label={t("ui.protection.lock_after")}
        help={t("ui.protection.lock_after_help")}
        value={String(settings.lock_after)}
        onChange={(minutes) =>
          minutes && change.mutate({ change: { language: settings.language, lock_after: Number(minutes) } })
        }
        choices={choices.map((minutes) => ({
          value: String(minutes),
          label: count("ui.protection.minutes", minutes),
        }))}
      />
      <Refusal error={change.error} />
    </section>
  );
}

function Renew({ onMade }: { onMade: (recovery: { key: string; left: string[] }) => void }) {
  const { t } = useTexts();
  const renew = useWrite("renew_recovery");
  return (
    <section className="section" aria-labelledby="renew-title">
      <h2 id="renew-title">{t("ui.protection.recovery_key")}</h2>
      <p className="intro">{t("ui.protection.renew_help")}</p>
      <Refusal error={renew.error} />
      <div>
        <Button busy={renew.isPending} onPress={() => renew.mutate({}, { onSuccess: onMade })}>
          {t("ui.protection.renew")}
        </Button>
      </div>
    </section>
  );
}
