// The coordinator's view: targets, partners side by side, reports due, shared indicators, the directory and taking reports
// in. Only the file of the network's coordinator has it.
import { useState } from "react";
import type { Network } from "../../ipc/bindings";
import { useRead, write } from "../../ipc/query";
import { link, swap } from "../../router";
import { useTexts } from "../../texts";
import { today } from "../../today";
import { Anchor, Button } from "../../widgets/button";
import { announce, Notice, tell } from "../../widgets/notice";
import { TargetMeter } from "../../widgets/progress";
import { Table } from "../../widgets/table";
import { Parts as Tabs } from "../../widgets/tabs";
import { attempt, Refusal } from "../actions";
import { Page } from "../page";
import { Parts } from "../parts";
import { inLanguage, label } from "../values";
import { LogoPicture, SavePack } from "./catalogue";
import { Intake } from "./intake";
import { NetworkMap } from "./map";
import { Partners } from "./partners";
import { Radar } from "./radar";

const TABS = ["board", "map", "matrix", "radar", "common", "take_in", "directory", "seminar", "catalogue"];

export function NetworkScreen({ tab }: { tab: string | undefined }) {
  const texts = useTexts();
  const { t } = texts;
  const file = useRead("file", {}).data;
  const read = useRead("network", { today: today() }, { keep: true });
  const network = read.data;
  const chosen = TABS.includes(tab ?? "") ? (tab ?? "board") : "board";
  return (
    <Page
      title={t("ui.nav.network")}
      place="network"
      intro={t("ui.network.intro")}
      beside={
        <>
          <Anchor kind="plain" icon="report" href={link("reports", "consolidated_programme_report")}>
            {t("ui.network.report")}
          </Anchor>
          <SaveSheet />
        </>
      }
    >
      <Refusal error={read.error} />
      {network?.sample ? (
        <Notice tone="info">
          <p>{t("ui.network.sample")}</p>
        </Notice>
      ) : null}
      {network && file ? (
        <Tabs
          label={t("ui.nav.network")}
          chosen={chosen}
          onChoose={(next) => swap("network", next)}
          parts={[
            { id: "board", title: t("ui.network.board"), content: () => <Board network={network} /> },
            { id: "map", title: t("ui.network.map"), content: () => <NetworkMap network={network} /> },
            {
              id: "matrix",
              title: t("ui.network.matrix"),
              content: () => <Partners rows={network.partners} />,
            },
            { id: "radar", title: t("ui.network.radar"), content: () => <Radar rows={network.expected} /> },
            { id: "common", title: t("ui.network.common"), content: () => <Common network={network} /> },
            { id: "take_in", title: t("ui.network.take_in"), content: () => <Intake /> },
            {
              id: "directory",
              title: t("ui.network.directory"),
              content: () => (
                <Parts
                  key="directory"
                  entity="network_partner"
                  parent={file.partnership}
                  beside={<Fill />}
                  more={(id) => (
                    <section className="form-group">
                      <h3>{t("entity.partner_review.many")}</h3>
                      <Parts entity="partner_review" parent={id} />
                    </section>
                  )}
                />
              ),
            },
            {
              id: "seminar",
              title: t("entity.seminar.many"),
              content: () => <Parts key="seminar" entity="seminar" parent={file.partnership} />,
            },
            {
              id: "catalogue",
              title: t("entity.pack_entry.many"),
              content: () => (
                <Parts
                  key="catalogue"
                  entity="pack_entry"
                  parent={file.partnership}
                  intro={<p className="intro">{t("ui.pack.intro")}</p>}
                  beside={<SavePack />}
                  more={(id) => <LogoPicture entry={id} />}
                />
              ),
            },
          ]}
        />
      ) : null}
    </Page>
  );
}

function Board({ network }: { network: Network }) {
  const texts = useTexts();
  const { t } = texts;
  return (
    <ul className="target-list">
      {network.board.map((target) => (
        <li key={target.code}>
          <TargetMeter
            label={t(`target.${target.code}`)}
            text={t("ui.network.reached", {
              reached: texts.number(target.reached),
              project: texts.number(target.project),
            })}
            share={target.project > 0 ? target.reached / target.project : 0}
          />
          <p className="help">{t(`target_rule.${target.code}`)}</p>
          {target.doubles ? (
            <p className="help">
              <strong>{t("ui.network.doubles", { count: texts.number(target.doubles) })}</strong>{" "}
              {t("ui.network.doubles_help")}
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function Common({ network }: { network: Network }) {
  const texts = useTexts();
  const { t } = texts;
  const value = (number: number | null, share: boolean) =>
    number === null ? "–" : share ? texts.percent(number / 100) : texts.number(number, 1);
  return (
    <Table
      label={t("ui.network.common")}
      rows={network.common}
      rowId={(row) => row.code}
      scrolls
      empty={t("ui.network.no_data")}
      columns={[
        {
          id: "code",
          title: t("entity.indicator.one"),
          cell: (row) =>
            row.title
              ? inLanguage(row.title, texts.language)?.words
              : label(texts, "common_indicator", row.code),
        },
        {
          id: "partners",
          title: t("ui.network.measuring"),
          align: "end",
          cell: (row) => texts.number(row.partners),
        },
        {
          id: "actual",
          title: t("report.so_far"),
          align: "end",
          cell: (row) => value(row.actual, row.share),
        },
        {
          id: "target",
          title: t("report.target"),
          align: "end",
          cell: (row) => value(row.target, row.share),
        },
      ]}
    />
  );
}

function Fill() {
  const texts = useTexts();
  return (
    <Button
      kind="quiet"
      icon="check"
      onPress={() =>
        void attempt(texts, async () => {
          const added = await write("fill_directory", {});
          announce(texts.count("ui.network.filled", Number(added)));
        })
      }
    >
      {texts.t("ui.network.fill")}
    </Button>
  );
}

function SaveSheet() {
  const texts = useTexts();
  const [busy, setBusy] = useState(false);
  async function save() {
    setBusy(true);
    await attempt(texts, async () => {
      const { path } = await write("export_network", { language: texts.language });
      tell(texts.t("ui.network.workbook_saved", { path }));
    });
    setBusy(false);
  }
  return (
    <Button icon="save" busy={busy} onPress={() => void save()}>
      {texts.t("ui.network.workbook")}
    </Button>
  );
}
