// Reports that were exported earlier: how far each has travelled, and what can still be done with it. And the two files
// beside them: the data alone, for other programs, and the coordinator's receipt.
import { call } from "../ipc/call";
import { asCoreError, useRead, useRecords, write } from "../ipc/query";
import { useTexts } from "../texts";
import { Button, IconButton } from "../widgets/button";
import { tell } from "../widgets/notice";
import { Table } from "../widgets/table";
import { attempt, errorText } from "./actions";
import { label } from "./values";

/** What was exported earlier, the latest first. */
export function Earlier() {
  const texts = useTexts();
  const { t } = texts;
  const file = useRead("file", {}).data;
  const records = useRecords("transmission", file?.partnership ?? null, file != null);
  return (
    <section className="earlier" aria-labelledby="earlier-title">
      <h2 id="earlier-title">{t("ui.report.earlier")}</h2>
      <Beside />
      <Table
        label={t("ui.report.earlier")}
        rows={[...records].reverse()}
        rowId={(record) => record.id}
        empty={t("ui.empty.transmission")}
        columns={[
          {
            id: "file_name",
            title: t("entity.transmission.file_name"),
            cell: (record) => String(record.file_name),
          },
          {
            id: "report_kind",
            title: t("entity.transmission.report_kind"),
            cell: (record) => label(texts, "report_kind", record.report_kind),
          },
          {
            id: "language",
            title: t("entity.transmission.language"),
            cell: (record) => texts.languageName(String(record.language)),
            minor: true,
          },
          {
            id: "exported_on",
            title: t("entity.transmission.exported_on"),
            cell: (record) => <span className="keep">{texts.date(record.exported_on)}</span>,
          },
          {
            id: "state",
            title: t("entity.transmission.state"),
            cell: (record) => label(texts, "transmission_state", record.state),
          },
          {
            id: "actions",
            title: t("ui.report.actions"),
            cell: (record) => <EarlierActions transmission={record.id} name={String(record.file_name)} />,
          },
        ]}
      />
    </section>
  );
}

/** What can be done with an earlier report, as long as it is where it was saved. */
function EarlierActions({ transmission, name }: { transmission: string; name: string }) {
  const texts = useTexts();
  const { t, pair } = texts;
  const run = (act: (path: string) => Promise<unknown>) =>
    void attempt(texts, async () => {
      const path = await call("find_export", { transmission });
      if (path === null) tell(t("ui.report.not_found"));
      else await act(path);
    });
  const mail = async (path: string) => {
    const draft = await write("prepare_mail", { transmission, path });
    tell(t(`ui.report.mail_${draft.state}`, { path: draft.path }));
  };
  return (
    <span className="row-actions">
      <IconButton
        icon="open"
        label={pair(t("ui.report.open"), name)}
        onPress={() => run((path) => call("open_outside", { path }))}
      />
      <IconButton
        icon="data"
        label={pair(t("ui.report.show"), name)}
        onPress={() => run((path) => call("show_in_folder", { path }))}
      />
      <IconButton icon="mail" label={pair(t("ui.report.mail"), name)} onPress={() => run(mail)} />
    </span>
  );
}

/** The data of this partner as a file of its own, and the receipt that the coordinator sent back. */
function Beside() {
  const texts = useTexts();
  const { t } = texts;
  const receipt = (trust?: string): Promise<boolean> =>
    attempt(texts, async () => {
      const taken = await write("take_receipt", trust ? { trust } : {}).catch((reason) => {
        const error = asCoreError(reason);
        if (error.code !== "other_signer") throw error;
        const agree = { label: t("ui.network.trust"), run: () => void receipt(error.detail) };
        tell(errorText(texts, error), agree);
      });
      if (!taken) return;
      const words = texts.count("ui.reports.receipt_taken", taken.reports);
      tell(taken.first ? `${words}. ${t("ui.reports.signer_known", { key: taken.key })}` : words);
    });
  const data = async () => tell(t("ui.reports.package_saved", { path: await call("export_package", {}) }));
  return (
    <div className="parts-head">
      <Button icon="check" onPress={() => void receipt()}>
        {t("ui.reports.take_receipt")}
      </Button>
      <Button kind="quiet" icon="save" onPress={() => void attempt(texts, data)}>
        {t("ui.reports.package")}
      </Button>
    </div>
  );
}
