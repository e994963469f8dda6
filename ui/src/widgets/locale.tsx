// Tells React Aria the interface's language: its spoken labels, its calendars and its numbers follow it.
import type { ReactNode } from "react";
import { I18nProvider } from "react-aria-components";

export function LocaleProvider({ locale, children }: { locale: string; children: ReactNode }) {
  return <I18nProvider locale={locale}>{children}</I18nProvider>;
}
