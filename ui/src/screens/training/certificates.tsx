// The certificates of a session: who earned one by real attendance, issuing them, taking one back, saving them as files.
import { useState } from "react";
import type { CertificateRow } from "../../ipc/bindings";
import { useRead, useWrite } from "../../ipc/query";
import { link } from "../../router";
import { type Texts, useTexts } from "../../texts";
import { Anchor, Button, IconButton } from "../../widgets/button";
import { WordsField } from "../../widgets/field";
import { announce, tell } from "../../widgets/notice";
import { Table } from "../../widgets/table";
import { Refusal } from "../actions";
import { PersonalOnCertificates } from "../personal";
import { TaskPanel } from "../task-panel";

export function Certificates({ session }: { session: string }) {
  const texts = useTexts();
  const { t, number } = texts;
  const read = useRead("certificates", { session, language: texts.language }, { keep: true });
  const issue = useWrite("issue_certificates");
  const save = useWrite("export_certificates");
  const [revoking, setRevoking] = useState<CertificateRow | null>(null);
  if (read.error) return <Refusal error={read.error} />;
  const state = read.data;
  if (!state) return null;
  const issued = state.rows.filter((row) => row.number !== null && row.revoked_on === null);
  const due = state.rows.filter((row) => row.earned && (row.number === null || row.revoked_on !== null));

  function files(certificates: string[]) {
    save.mutate(
      { session, certificates },
      {
        onSuccess: ({ files, folder }) =>
          tell(t("ui.certificate.files_saved", { count: number(files.length), folder })),
      },
    );
  }

  return (
    <section className="parts">
      <p className="intro">
        {t("ui.certificate.rule", {
          share: number(state.share),
          needed: number(state.needed),
          held: number(state.held),
        })}
        {state.open ? null : ` ${t("ui.certificate.not_yet")}`}
      </p>
      <Refusal error={issue.error ?? save.error} />
      {issued.length > 0 ? <PersonalOnCertificates session={session} /> : null}
      <div className="parts-head">
        <Button
          kind="primary"
          icon="check"
          disabled={!state.open || due.length === 0}
          busy={issue.isPending}
          onPress={() =>
            issue.mutate(
              { session },
              {
                onSuccess: (made) => announce(t("ui.certificate.issued", { count: number(made.length) })),
              },
            )
          }
        >
          {t("ui.certificate.issue")}
        </Button>
        {issued.length > 0 ? (
          <>
            <Anchor kind="plain" icon="report" href={link("reports", "certificate", session)}>
              {t("ui.certificate.one_file")}
            </Anchor>
            <Button icon="save" busy={save.isPending} onPress={() => files([])}>
              {t("ui.certificate.files")}
            </Button>
          </>
        ) : null}
      </div>
      <Table
        label={t("entity.certificate.many")}
        rows={state.rows}
        rowId={(row) => row.participant}
        empty={t("ui.attendance.no_enrolment")}
        columns={[
          { id: "name", title: t("entity.participant.one"), cell: (row) => row.name },
          {
            id: "attended",
            title: t("entity.certificate.attended"),
            align: "end",
            cell: (row) => t("ui.attendance.of", { attended: number(row.attended), all: number(state.held) }),
          },
          {
            id: "number",
            title: t("entity.certificate.number"),
            cell: (row) => row.number ?? <span className="nothing">–</span>,
          },
          {
            id: "language",
            title: t("entity.certificate.language"),
            minor: true,
            cell: (row) =>
              row.language ? texts.languageName(row.language) : <span className="nothing">–</span>,
          },
          { id: "state", title: t("ui.certificate.state"), cell: (row) => stateOf(texts, row) },
          {
            id: "actions",
            title: t("ui.report.actions"),
            cell: (row) =>
              row.certificate && !row.revoked_on ? (
                <span className="row-actions">
                  <IconButton
                    icon="save"
                    label={texts.pair(t("ui.certificate.files"), row.number ?? "")}
                    onPress={() => row.certificate && files([row.certificate])}
                  />
                  <IconButton
                    icon="close"
                    label={texts.pair(t("ui.certificate.revoke"), row.number ?? "")}
                    onPress={() => setRevoking(row)}
                  />
                </span>
              ) : (
                <span className="nothing">–</span>
              ),
          },
        ]}
      />
      {revoking ? <RevokePanel row={revoking} onClose={() => setRevoking(null)} /> : null}
    </section>
  );
}

function stateOf(texts: Texts, row: CertificateRow): string {
  const { t } = texts;
  if (row.revoked_on) return t("ui.certificate.revoked_on", { date: texts.date(row.revoked_on) });
  if (row.number) return t(row.outdated ? "ui.certificate.outdated" : "ui.certificate.valid");
  return t(row.earned ? "ui.certificate.earned" : "ui.certificate.not_earned");
}

function RevokePanel({ row, onClose }: { row: CertificateRow; onClose: () => void }) {
  const { t, pair } = useTexts();
  const [reason, setReason] = useState("");
  const revoke = useWrite("revoke_certificate");

  function run() {
    revoke.mutate(
      { certificate: row.certificate ?? "", reason: reason === "" ? null : reason },
      {
        onSuccess: () => {
          announce(t("ui.certificate.revoked", { number: row.number }));
          onClose();
        },
      },
    );
  }

  return (
    <TaskPanel
      title={pair(t("ui.certificate.revoke"), row.number ?? "")}
      onClose={onClose}
      action={{ label: t("ui.certificate.revoke"), run, kind: "danger", busy: revoke.isPending }}
    >
      <Refusal error={revoke.error} />
      <p>{row.name}</p>
      <WordsField
        label={t("entity.certificate.revocation_reason")}
        name="revocation_reason"
        value={reason}
        onChange={setReason}
      />
    </TaskPanel>
  );
}
