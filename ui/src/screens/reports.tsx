// Reports: which, about what, in which language; the preview; the PDF on disk; the e-mail draft. A draft is handed to
// the mail program: nothing here says "sent", for only the officer knows.
import { useEffect, useState } from "react";
import type { Result } from "../ipc/call";
import { flushTyped } from "../ipc/drafts";
import { type AnyRecord, queries, useRead, useRecords, useWrite } from "../ipc/query";
import { swap } from "../router";
import { useTexts } from "../texts";
import { Button } from "../widgets/button";
import { type Choice, ChoiceField } from "../widgets/choice";
import { announce, Notice } from "../widgets/notice";
import { Progress } from "../widgets/progress";
import { Refusal } from "./actions";
import { Earlier } from "./earlier";
import { GuardPanel, useReportGuard } from "./guard";
import { CommonCatalogue } from "./network/catalogue";
import { Page } from "./page";
import { Paper } from "./paper";
import { periodName, usePeriods } from "./period";
import { PersonalOnPaper } from "./personal";
import { label, nameOf, useEntity } from "./values";

type Exported = Result<"export_report">;

export function ReportsScreen({ kind, subject }: { kind: string | undefined; subject: string | undefined }) {
  const texts = useTexts();
  const { t } = texts;
  const file = useRead("file", {}).data;
  const kinds = (useRead("list_reports", {}).data ?? []).filter(({ network }) => !network || file?.network);
  const languages = useRead("languages", {}).data ?? [];
  const [chosenLanguage, setLanguage] = useState<string | null>(null);
  const [chosenLevel, setLevel] = useState<string | null>(null);
  const now = kinds.find((one) => one.kind === kind) ?? kinds[0];
  const subjects = useSubjects(now?.subject ?? null);
  const about =
    (subjects.find(({ id }) => id === subject) ?? subjects.find(isReady) ?? subjects[0])?.id ?? null;
  // What hangs at the door or is handed out speaks the session's language.
  const spoken = now && !now.levels.includes("coordinator") ? subjects.find(({ id }) => id === about) : null;
  const own = spoken?.languages.find((tag) => languages.some((one) => one.tag === tag));
  const language = chosenLanguage ?? own ?? file?.language ?? texts.language;
  const privacy = now?.levels.find((level) => level === chosenLevel) ?? now?.levels[0] ?? null;
  const [chosenPeriod, setPeriod] = useState<string | null>(null);
  const periods = usePeriods();
  const period = now?.periodic ? chosenPeriod : null;
  const [ready, setReady] = useState(false);

  // What is still being typed belongs into the report.
  useEffect(() => {
    void flushTyped().then(() => setReady(true));
  }, []);

  if (!now) return null;
  const missing = now.subject !== null && about === null;
  return (
    <Page title={t("ui.nav.reports")} place="reports" intro={t("ui.report.intro")}>
      <div className="report-choice">
        <ChoiceField
          label={t("ui.report.kind")}
          value={now.kind}
          onChange={(next) => next && swap("reports", next)}
          choices={kinds.map((one) => ({ value: one.kind, label: label(texts, "report_kind", one.kind) }))}
        />
        {now.subject !== null && !missing ? (
          <ChoiceField
            label={t(`entity.${now.subject}.one`)}
            value={about}
            onChange={(next) => next && swap("reports", now.kind, next)}
            choices={subjects.map(({ id, name }): Choice => ({ value: id, label: name }))}
          />
        ) : null}
        {now.levels.length > 1 ? (
          <ChoiceField
            label={t("ui.report.privacy")}
            name="privacy"
            value={privacy}
            onChange={(next) => next && setLevel(next)}
            choices={now.levels.map((level) => ({
              value: level,
              label: label(texts, "privacy_level", level),
            }))}
          />
        ) : null}
        {now.periodic && periods.length > 0 && !missing ? (
          <ChoiceField
            label={t("entity.reporting_period.one")}
            value={period}
            onChange={setPeriod}
            choices={periods.map((one) => ({ value: one.id, label: periodName(one, texts.language) }))}
            none={t("ui.report.all_periods")}
          />
        ) : null}
        <ChoiceField
          label={t("ui.report.language")}
          help={t("ui.report.language_help")}
          value={language}
          onChange={(next) => next && setLanguage(next)}
          choices={languages.map(({ tag }) => ({ value: tag, label: texts.languageName(tag) }))}
        />
      </div>
      {missing ? (
        <p className="empty">{t(`ui.empty.${now.subject}`)}</p>
      ) : ready ? (
        <Report
          key={`${now.kind}/${about}/${period}/${language}/${privacy}`}
          kind={now.kind}
          subject={about}
          period={period}
          language={language}
          privacy={privacy}
        />
      ) : null}
      <Earlier />
      {file && !file.network ? <CommonCatalogue partnership={file.partnership} /> : null}
    </Page>
  );
}

interface Subject {
  id: string;
  name: string;
  /** How far it is: a session's status, a pilot initiative's stage. */
  state: unknown;
  /** The languages in which a session is held. */
  languages: string[];
}

/** How far something is that there is a report to make about: it took place, or was launched. */
const READY = new Set(
  ["delivered", "documented", "reported"].concat(["running", "completed", "reviewed", "published"]),
);

function isReady({ state }: Subject): boolean {
  return READY.has(String(state));
}

/** The records that a report can be about, the newest first. */
function useSubjects(entity: string | null): Subject[] {
  const texts = useTexts();
  const info = useEntity(entity ?? "");
  const records = useRecords(entity ?? "", null, entity !== null);
  const date = (record: AnyRecord) => String(record.period_to ?? record.starts ?? "");
  return records
    .filter((record) => record.template !== true)
    .sort((a, b) => date(b).localeCompare(date(a)))
    .map((record) => ({
      id: record.id,
      name: nameOf(texts, entity ?? "", info, record),
      state: entity === "training_session" ? record.status : record.stage,
      languages: String(record.languages ?? "").split(/[\s,]+/),
    }));
}

interface ReportProps {
  kind: string;
  subject: string | null;
  period: string | null;
  language: string;
  /** For whom it is: a code of the catalogue `privacy_level`. */
  privacy: string | null;
}

function Report({ kind, subject, period, language, privacy }: ReportProps) {
  const texts = useTexts();
  const { t } = texts;
  const preview = useRead("preview_report", { kind, language, subject, period, privacy });
  const guarded = useReportGuard(kind, subject);
  const save = useWrite("export_report");
  const exported = save.data;
  function run() {
    save.mutate(
      { kind, language, subject, period, privacy },
      {
        onSuccess: (made) => announce(t("ui.report.saved", { path: made.path })),
      },
    );
  }
  return (
    <>
      <GuardPanel places={guarded} />
      {preview.data ? <PersonalOnPaper personal={preview.data.personal} /> : null}
      <div className="report-actions">
        <Button kind="primary" icon="save" busy={save.isPending} onPress={run}>
          {t(guarded.length > 0 ? "guard.export_anyway" : "ui.report.export")}
        </Button>
        {save.isPending ? <ExportProgress /> : null}
      </div>
      <Refusal error={save.error} />
      {exported && !save.isPending ? <ExportedNotice exported={exported} /> : null}
      <section className="preview" aria-labelledby="preview-title">
        <h2 id="preview-title">{t("ui.report.preview")}</h2>
        <Refusal error={preview.error} />
        {preview.data ? <Paper html={preview.data.html} title={preview.data.title} /> : null}
        {preview.isPending ? <Progress label={t("ui.report.preparing")} value={null} /> : null}
      </section>
    </>
  );
}

/** How far the printing is; asked while it runs. */
function ExportProgress() {
  const texts = useTexts();
  const progress = useRead("progress", {});
  useEffect(() => {
    const timer = setInterval(() => void queries.invalidateQueries({ queryKey: ["progress"] }), 200);
    return () => clearInterval(timer);
  }, []);
  const now = progress.data;
  return (
    <Progress
      label={texts.t("ui.report.exporting")}
      value={now && now.total > 0 ? now.done / now.total : null}
    />
  );
}

function ExportedNotice({ exported }: { exported: Exported }) {
  const texts = useTexts();
  const { t } = texts;
  const open = useWrite("open_outside");
  const show = useWrite("show_in_folder");
  const mail = useWrite("prepare_mail");
  const state = mail.data?.state ?? "file_saved";
  return (
    <>
      <Notice
        tone="done"
        actions={
          <>
            <Button icon="open" onPress={() => open.mutate({ path: exported.path })}>
              {t("ui.report.open")}
            </Button>
            <Button icon="data" onPress={() => show.mutate({ path: exported.path })}>
              {t("ui.report.show")}
            </Button>
            <Button
              icon="mail"
              busy={mail.isPending}
              onPress={() =>
                mail.mutate(
                  { transmission: exported.transmission, path: exported.path },
                  { onSuccess: (draft) => announce(label(texts, "transmission_state", draft.state)) },
                )
              }
            >
              {t("ui.report.mail")}
            </Button>
          </>
        }
      >
        <p>
          <strong>{t("ui.report.saved_title")}</strong> {texts.count("ui.report.pages", exported.pages)},{" "}
          {size(texts.number, exported.bytes)}
        </p>
        <p className="path">{exported.path}</p>
        <Steps state={state} />
        {mail.data ? <p>{t(`ui.report.mail_${mail.data.state}`, { path: mail.data.path })}</p> : null}
      </Notice>
      {exported.warnings.length > 0 ? (
        <Notice tone="warning">
          <ul>
            {exported.warnings.map((warning) => (
              <li key={`${warning.code}/${warning.detail}`}>
                {t(`warning.${warning.code}`, { detail: warning.detail })}
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      <Refusal error={open.error ?? show.error ?? mail.error} />
    </>
  );
}

const STATES = ["prepared", "file_saved", "handed_to_mail"];

/** How far a report is on its way: prepared, saved, handed to the mail program. */
function Steps({ state }: { state: string }) {
  const texts = useTexts();
  const at = STATES.indexOf(state);
  return (
    <ol className="steps" aria-label={texts.t("ui.report.state")}>
      {STATES.map((one, index) => (
        <li key={one} data-done={index <= at} {...(index === at ? { "aria-current": "step" as const } : {})}>
          {label(texts, "transmission_state", one)}
        </li>
      ))}
    </ol>
  );
}

function size(number: (value: number, digits?: number) => string, bytes: number): string {
  return bytes < 1_000_000 ? `${number(bytes / 1000, 0)} kB` : `${number(bytes / 1_000_000, 1)} MB`;
}
