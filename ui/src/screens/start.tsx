// First start: the language, then a file: a recent one, one from disk, the sample, or a new partnership.
import { useState } from "react";
import type { CoreError, Problem } from "../ipc/call";
import { asCoreError, useRead, write } from "../ipc/query";
import { useTexts } from "../texts";
import { Button } from "../widgets/button";
import { ChoiceField, SearchChoiceField } from "../widgets/choice";
import { LinesField, WordsField } from "../widgets/field";
import { Icon } from "../widgets/icon";
import { Refusal } from "./actions";
import { COUNTRIES } from "./countries";
import { entered } from "./files";
import { LanguageChoice } from "./language";
import { Page } from "./page";
import { problemText } from "./problem";
import { label, useCatalogue } from "./values";

export function StartScreen() {
  const { t } = useTexts();
  const settings = useRead("settings", {}).data;
  const [making, setMaking] = useState(false);
  const [error, setError] = useState<CoreError | null>(null);

  async function open(run: () => Promise<unknown>) {
    setError(null);
    try {
      await run();
      entered();
    } catch (reason) {
      setError(asCoreError(reason));
    }
  }

  const recent = settings?.recent ?? [];
  return (
    <div className="start">
      <header className="start-head">
        <p className="brand">{t("app.name")}</p>
        <LanguageChoice />
      </header>
      <main id="content">
        {making ? (
          <NewFile onCancel={() => setMaking(false)} />
        ) : (
          <Page title={t("ui.start.title")} place="start" intro={t("ui.start.intro")}>
            <Refusal error={error} />
            <div className="start-choices">
              <section aria-labelledby="start-new" className="card">
                <h2 id="start-new">{t("ui.start.new")}</h2>
                <p>{t("ui.start.new_help")}</p>
                <Button kind="primary" icon="plus" onPress={() => setMaking(true)}>
                  {t("ui.start.new_button")}
                </Button>
              </section>
              <section aria-labelledby="start-open" className="card">
                <h2 id="start-open">{t("ui.start.open")}</h2>
                <p>{t("ui.start.open_help")}</p>
                <Button icon="data" onPress={() => void open(() => write("open_file", {}))}>
                  {t("ui.start.open_button")}
                </Button>
              </section>
              <section aria-labelledby="start-sample" className="card">
                <h2 id="start-sample">{t("ui.start.sample")}</h2>
                <p>{t("ui.start.sample_help")}</p>
                <Button icon="overview" onPress={() => void open(() => write("create_sample", {}))}>
                  {t("ui.start.sample_button")}
                </Button>
              </section>
            </div>
            {recent.length > 0 ? (
              <section aria-labelledby="start-recent">
                <h2 id="start-recent">{t("ui.start.recent")}</h2>
                <ul className="recent">
                  {recent.map((file) => (
                    <li key={file.path}>
                      <Button
                        kind="quiet"
                        onPress={() => void open(() => write("open_file", { path: file.path }))}
                      >
                        <strong>{file.name}</strong>
                        {file.sample ? <span className="sample-tag">{t("ui.sample.tag")}</span> : null}
                        <span className="path">{file.path}</span>
                      </Button>
                    </li>
                  ))}
                </ul>
              </section>
            ) : null}
            <p className="privacy">
              <Icon name="lock" />
              <span>{t("ui.start.privacy")}</span>
            </p>
          </Page>
        )}
      </main>
    </div>
  );
}

const OTHER = "\0other";

function NewFile({ onCancel }: { onCancel: () => void }) {
  const texts = useTexts();
  const { t } = texts;
  const directory = useRead("directory", {}).data ?? [];
  const languages = useRead("languages", {}).data ?? [];
  const sectors = useCatalogue("agency_sector");
  const [partner, setPartner] = useState<string | null>(null);
  const [partnerName, setPartnerName] = useState("");
  const [country, setCountry] = useState<string | null>(null);
  const [city, setCity] = useState("");
  const [name, setName] = useState("");
  const [language, setLanguage] = useState<string | null>(null);
  const [agencies, setAgencies] = useState<{ name: string; sector: string | null }[]>([]);
  const [error, setError] = useState<CoreError | null>(null);
  const [checked, setChecked] = useState<Problem[]>([]);
  const [busy, setBusy] = useState(false);

  const known = directory.find(({ code }) => code === partner);
  const works =
    language ?? known?.languages.find((tag) => languages.some((one) => one.tag === tag)) ?? texts.language;
  const problems = [...checked, ...(error?.problems ?? [])];
  const problemOf = (field: string) => {
    const found = problems.find((problem) => problem.field === field);
    return found ? problemText(texts, found) : undefined;
  };

  async function make() {
    const missing: Problem[] = [];
    const require = (field: string, given: boolean) => {
      if (!given) missing.push({ field, code: "required", params: {} });
    };
    require("partner", partner !== null);
    if (partner === OTHER) {
      require("partner_name", partnerName.trim() !== "");
      require("country", country !== null);
    }
    require("name", name.trim() !== "");
    setChecked(missing);
    setError(null);
    if (missing[0]) {
      focusFirst(missing[0].field);
      return;
    }
    setBusy(true);
    try {
      const other = partner === OTHER;
      await write("create_file", {
        file: {
          partner: other ? null : partner,
          partner_name: other ? partnerName.trim() : null,
          country: other ? country : null,
          city: other ? city.trim() || null : null,
          name: name.trim(),
          language: works,
          agencies: agencies.map((agency) => ({ name: agency.name, sector: agency.sector ?? "other" })),
        } as never,
      });
      entered();
    } catch (reason) {
      const refused = asCoreError(reason);
      setError(refused);
      if (refused.problems[0]) focusFirst(refused.problems[0].field);
    } finally {
      setBusy(false);
    }
  }

  const required = <span className="required"> {t("ui.field.required")}</span>;
  return (
    <Page title={t("ui.start.new")} place="start/new" intro={t("ui.start.new_intro")}>
      {error && error.problems.length === 0 ? <Refusal error={error} /> : null}
      <div className="new-file">
        <SearchChoiceField
          label={t("ui.start.partner")}
          help={t("ui.start.partner_help")}
          mark={required}
          required
          name="partner"
          problem={problemOf("partner")}
          value={partner}
          onChange={(next) => {
            setPartner(next);
            setChecked([]);
          }}
          openLabel={t("ui.field.show_choices")}
          choices={[
            ...directory.map((one) => ({
              value: one.code,
              label: one.name,
              hint: [one.city, texts.countryName(one.country)]
                .filter((part) => part && part !== one.name)
                .join(", "),
            })),
            { value: OTHER, label: t("ui.start.partner_other") },
          ]}
        />
        {partner === OTHER ? (
          <div className="form-grid">
            <div className="cell" data-size="wide">
              <WordsField
                label={t("ui.start.partner_name")}
                mark={required}
                required
                name="partner_name"
                problem={problemOf("partner_name")}
                value={partnerName}
                onChange={setPartnerName}
              />
            </div>
            <div className="cell" data-size="half">
              <WordsField label={t("entity.partnership.city")} value={city} onChange={setCity} />
            </div>
            <div className="cell" data-size="half">
              <SearchChoiceField
                label={t("entity.partnership.country")}
                mark={required}
                required
                name="country"
                problem={problemOf("country")}
                value={country}
                onChange={setCountry}
                openLabel={t("ui.field.show_choices")}
                choices={COUNTRIES.map((code) => ({ value: code, label: texts.countryName(code) })).sort(
                  (a, b) => texts.compare(a.label, b.label),
                )}
              />
            </div>
          </div>
        ) : null}
        <WordsField
          label={t("ui.start.name")}
          help={t("ui.start.name_help")}
          mark={required}
          required
          name="name"
          problem={problemOf("name")}
          value={name}
          onChange={setName}
        />
        <ChoiceField
          label={t("ui.start.language")}
          help={t("ui.start.language_help")}
          value={works}
          onChange={setLanguage}
          choices={languages.map(({ tag }) => ({ value: tag, label: texts.languageName(tag) }))}
        />
        <LinesField
          label={t("ui.start.agencies")}
          help={t("ui.start.agencies_help")}
          addLabel={t("ui.start.agency_add")}
          removeLabel={(line) => t("ui.field.remove", { name: line })}
          values={agencies.map((agency) => agency.name)}
          onChange={(names) =>
            setAgencies(
              names.map(
                (one) => agencies.find((agency) => agency.name === one) ?? { name: one, sector: null },
              ),
            )
          }
        />
        {agencies.length > 0 ? (
          <div className="form-grid">
            {agencies.map((agency) => (
              <div className="cell" data-size="half" key={agency.name}>
                <SearchChoiceField
                  label={t("ui.start.agency_sector", { agency: agency.name })}
                  value={agency.sector}
                  onChange={(sector) =>
                    setAgencies(agencies.map((one) => (one.name === agency.name ? { ...one, sector } : one)))
                  }
                  openLabel={t("ui.field.show_choices")}
                  choices={sectors.map((code) => ({
                    value: code,
                    label: label(texts, "agency_sector", code),
                  }))}
                />
              </div>
            ))}
          </div>
        ) : null}
      </div>
      <div className="page-foot">
        <Button kind="primary" busy={busy} onPress={() => void make()}>
          {t("ui.start.create")}
        </Button>
        <Button kind="quiet" onPress={onCancel}>
          {t("ui.word.cancel")}
        </Button>
      </div>
    </Page>
  );
}

function focusFirst(field: string) {
  document.querySelector<HTMLElement>(`[data-field="${field}"] input`)?.focus();
}
