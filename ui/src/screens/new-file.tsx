// A new partnership: whose it is, its name and its members.
import { useRef, useState } from "react";
import type { CoreError, Problem } from "../ipc/call";
import { asCoreError, useRead, write } from "../ipc/query";
import { useTexts } from "../texts";
import { Button } from "../widgets/button";
import { ChoiceField, SearchChoiceField } from "../widgets/choice";
import { LinesField, WordsField, withLine } from "../widgets/field";
import { Refusal } from "./actions";
import { COUNTRIES } from "./countries";
import { entered } from "./files";
import { Page } from "./page";
import { problemText } from "./problem";
import { focusField } from "./record-form";
import { label, useCatalogue } from "./values";

const OTHER = "\0other";

export default function NewFile({ onCancel }: { onCancel: () => void }) {
  const texts = useTexts();
  const { t } = texts;
  const directory = useRead("directory", {}).data ?? [];
  const languages = useRead("languages", {}).data ?? [];
  const sectors = useCatalogue("agency_sector");
  const kinds = useCatalogue("partner_kind");
  const [partner, setPartner] = useState<string | null>(null);
  const [partnerName, setPartnerName] = useState("");
  const [partnerKind, setPartnerKind] = useState<string | null>(null);
  const searched = useRef("");
  const [country, setCountry] = useState<string | null>(null);
  const [city, setCity] = useState("");
  const [name, setName] = useState("");
  const [language, setLanguage] = useState<string | null>(null);
  const [agencies, setAgencies] = useState<{ name: string; sector: string | null }[]>([]);
  const [agency, setAgency] = useState("");
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

  const withNames = (names: string[]) =>
    names.map((one) => agencies.find(({ name }) => name === one) ?? { name: one, sector: null });

  /** Another organisation is called what the officer looked for in vain. */
  function choosePartner(next: string | null) {
    setPartner(next);
    setChecked([]);
    const words = searched.current.trim();
    searched.current = "";
    const sought = t("ui.start.partner_other").toLocaleLowerCase().includes(words.toLocaleLowerCase());
    if (next === OTHER && partnerName === "" && !sought) setPartnerName(words);
  }

  async function make() {
    // A name that is typed and not yet in the list is meant to be in it.
    const members = withNames(
      withLine(
        agencies.map(({ name }) => name),
        agency,
      ),
    );
    setAgencies(members);
    setAgency("");
    const missing: Problem[] = [];
    const require = (field: string, given: boolean) => {
      if (!given) missing.push({ field, code: "required", params: {} });
    };
    require("partner", partner !== null);
    if (partner === OTHER) {
      require("partner_name", partnerName.trim() !== "");
      require("partner_kind", partnerKind !== null);
      require("country", country !== null);
    }
    require("name", name.trim() !== "");
    const sectored = members.flatMap(({ name, sector }) => (sector === null ? [] : [{ name, sector }]));
    for (const { name, sector } of members) require(`sector ${name}`, sector !== null);
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
          partner_kind: other ? partnerKind : null,
          country: other ? country : null,
          city: other ? city.trim() || null : null,
          name: name.trim(),
          language: works,
          agencies: sectored,
          path: null,
        },
      });
      entered("protection");
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
          onChange={choosePartner}
          onType={(words) => {
            searched.current = words;
          }}
          openLabel={t("ui.field.show_choices")}
          choices={[
            ...directory.map((one) => ({
              value: one.code,
              label: one.name,
              keywords: one.code,
              hint: [one.city, texts.countryName(one.country)]
                .filter((part) => part && part !== one.name)
                .join(", "),
            })),
            { value: OTHER, label: t("ui.start.partner_other"), always: true },
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
            <div className="cell" data-size="wide">
              <ChoiceField
                label={t("entity.partnership.partner_kind")}
                mark={required}
                required
                name="partner_kind"
                problem={problemOf("partner_kind")}
                value={partnerKind}
                onChange={setPartnerKind}
                choices={kinds.map((code) => ({ value: code, label: label(texts, "partner_kind", code) }))}
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
          label={t("entity.partnership.language")}
          help={t("help.partnership.language")}
          value={works}
          onChange={setLanguage}
          choices={languages.map(({ tag }) => ({ value: tag, label: texts.languageName(tag) }))}
        />
        <LinesField
          label={t("ui.start.agencies")}
          help={t("ui.start.agencies_help")}
          addLabel={t("ui.start.agency_add")}
          removeLabel={(line) => t("ui.field.remove", { name: line })}
          typed={agency}
          onType={setAgency}
          values={agencies.map(({ name }) => name)}
          onChange={(names) => setAgencies(withNames(names))}
        />
        {agencies.length > 0 ? (
          <div className="form-grid">
            {agencies.map((member) => (
              <div className="cell" data-size="half" key={member.name}>
                <SearchChoiceField
                  label={t("ui.start.agency_sector", { agency: member.name })}
                  mark={required}
                  required
                  name={`sector ${member.name}`}
                  problem={problemOf(`sector ${member.name}`)}
                  value={member.sector}
                  onChange={(sector) => {
                    setAgencies(agencies.map((one) => (one.name === member.name ? { ...one, sector } : one)));
                    setChecked(checked.filter(({ field }) => field !== `sector ${member.name}`));
                  }}
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

/** Focuses a field once the page shows it: that of an agency just added is not there yet. */
function focusFirst(field: string) {
  requestAnimationFrame(() => focusField(document.querySelector(`[data-field="${CSS.escape(field)}"]`)));
}
