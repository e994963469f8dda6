// Taking partners' reports in: dropped on the window, chosen, or named by path. First the plan, then, if the coordinator
// agrees, all of it at once.
import { useEffect, useState } from "react";
import type { PackagePlan, PackageRow, Trust } from "../../ipc/bindings";
import { type CoreError, call, onDrop } from "../../ipc/call";
import { asCoreError, write } from "../../ipc/query";
import { useTexts } from "../../texts";
import { Button } from "../../widgets/button";
import { WordsField } from "../../widgets/field";
import { Icon } from "../../widgets/icon";
import { Notice, tell } from "../../widgets/notice";
import { Table } from "../../widgets/table";
import { attempt, Refusal } from "../actions";
import { label } from "../values";

export function Intake() {
  const texts = useTexts();
  const { t } = texts;
  const [plan, setPlan] = useState<PackagePlan | null>(null);
  const [trust, setTrust] = useState<Trust[]>([]);
  const [paths, setPaths] = useState("");
  const [error, setError] = useState<CoreError | null>(null);
  const [busy, setBusy] = useState(false);

  async function look(files: string[] | null, trusted: Trust[] = []) {
    setBusy(true);
    setError(null);
    try {
      const args = files === null ? { trust: trusted } : { paths: files, trust: trusted };
      setPlan(await call("open_packages", args));
      setTrust(trusted);
    } catch (reason) {
      setError(asCoreError(reason));
    }
    setBusy(false);
  }
  useEffect(() => onDrop((files) => void look(files)));

  async function accept() {
    if (!plan) return;
    setBusy(true);
    try {
      const { packages } = await write("accept_packages", { paths: plan.paths, trust, digest: plan.digest });
      setPlan(null);
      tell(texts.count("ui.network.accepted", packages));
    } catch (reason) {
      setError(asCoreError(reason));
    }
    setBusy(false);
  }

  const receipts = () =>
    attempt(texts, async () =>
      tell(t("ui.network.receipts_saved", { path: await call("export_receipts", {}) })),
    );

  return (
    <div className="parts">
      <div className="drop-place">
        <Icon name="open" />
        <p>{t("ui.network.take_in_help")}</p>
      </div>
      <div className="parts-head">
        <Button kind="primary" icon="open" busy={busy} onPress={() => void look(null)}>
          {t("ui.network.open")}
        </Button>
        <Button icon="save" onPress={() => void receipts()}>
          {t("ui.network.receipts")}
        </Button>
      </div>
      <div className="paths">
        <WordsField
          label={t("ui.network.paths")}
          help={t("ui.network.paths_help")}
          name="paths"
          lines={2}
          value={paths}
          onChange={setPaths}
        />
        <Button busy={busy} disabled={paths.trim() === ""} onPress={() => void look(lines(paths))}>
          {t("ui.network.look")}
        </Button>
      </div>
      <Refusal error={error} />
      {plan ? (
        <section className="form-group" aria-labelledby="intake-plan">
          <h2 className="group-title" id="intake-plan">
            {t("ui.network.plan")}
          </h2>
          <Plan rows={plan.rows} onTrust={(agreed) => void look(plan.paths, [...trust, agreed])} />
          {plan.rows.some(({ taken }) => taken) ? (
            <div className="parts-head">
              <Button kind="primary" busy={busy} onPress={() => void accept()}>
                {t("ui.network.accept")}
              </Button>
            </div>
          ) : (
            <Notice tone="info">
              <p>{t("ui.network.accept_none")}</p>
            </Notice>
          )}
        </section>
      ) : null}
    </div>
  );
}

function lines(paths: string): string[] {
  return paths
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/** What only the coordinator can tell of a package: whose a new key is, and whether a second partnership counts. */
const ASKED: Record<string, string> = {
  changed_key: "ui.network.trust",
  other_partnership: "ui.network.trust_both",
};

function Plan({ rows, onTrust }: { rows: PackageRow[]; onTrust: (agreed: Trust) => void }) {
  const texts = useTexts();
  const { t } = texts;
  const asked = Object.keys(ASKED).filter((state) => rows.some((row) => row.state === state));
  const trustColumn = {
    id: "trust",
    title: t("ui.network.trust"),
    cell: (row: PackageRow) => {
      const key = ASKED[row.state];
      const { code, partnership, signer } = row;
      return key && code && partnership && signer ? (
        <Button
          kind="quiet"
          spoken={texts.pair(t(key), row.name ?? "")}
          onPress={() => onTrust({ code, partnership, signer })}
        >
          {t(key)}
        </Button>
      ) : null;
    },
  };
  return (
    <>
      {asked.map((state) => (
        <Notice key={state} tone="warning">
          <p>{t(`${ASKED[state]}_help`)}</p>
        </Notice>
      ))}
      <Table
        label={t("ui.network.plan")}
        rows={rows.map((row, at) => ({ ...row, at }))}
        rowId={(row) => String(row.at)}
        empty={t("ui.network.accept_none")}
        columns={[
          { id: "file", title: t("ui.network.file"), cell: (row) => row.file },
          { id: "partner", title: t("ui.network.partner"), cell: (row) => row.name ?? "–" },
          {
            id: "state",
            title: t("ui.network.state"),
            cell: (row) => (
              <span className={row.taken ? "taken" : "late"}>
                <Icon name={row.taken ? "check" : "warning"} />
                {label(texts, "package_state", row.state)}
                {row.taken ? "" : ` – ${t("ui.network.left_out")}`}
              </span>
            ),
          },
          {
            id: "made",
            title: t("ui.network.made"),
            cell: (row) => (row.created_at ? texts.date(row.created_at) : "–"),
          },
          {
            id: "records",
            title: t("ui.network.records"),
            align: "end",
            minor: true,
            cell: (row) => texts.number(row.records),
          },
          { id: "key", title: t("ui.network.key"), minor: true, cell: (row) => row.key ?? "–" },
          ...(asked.length > 0 ? [trustColumn] : []),
        ]}
      />
    </>
  );
}
