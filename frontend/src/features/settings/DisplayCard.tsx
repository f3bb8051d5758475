import { Field, Select } from "@fluentui/react-components";
import { usePreferences } from "../../frame";
import { count, dayText, locales, momentText, useDisplay, useFail } from "../../ui";

/** How dates and numbers are shown, everywhere in the window. */
export function DisplayCard() {
  const [{ locale, weekStart }, change] = usePreferences();
  const fail = useFail();
  const display = useDisplay();
  const example = `${momentText(new Date(2026, 11, 31, 14, 30))}, ${dayText("2026-03-09")}, ${display.figure(12345.5)}, ${count(60_000)}`;
  return (
    <>
      <Field
        label="Dates and numbers"
        hint={`For instance ${example}. Spreadsheets get real dates and numbers whatever is chosen here.`}
      >
        <Select
          className="settings-select"
          value={locale}
          onChange={(_, { value }) => change({ locale: value }).catch(fail)}
        >
          <option value="">ISO (2026-12-31)</option>
          {[...new Set([...locales, ...(locale ? [locale] : [])])].map((each) => (
            <option key={each} value={each}>
              {nameOf(each)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="Weeks begin on">
        <Select
          className="settings-select"
          value={weekStart}
          onChange={(_, { value }) => change({ weekStart: value }).catch(fail)}
        >
          <option value="">As usual there</option>
          <option value="monday">Monday</option>
          <option value="sunday">Sunday</option>
          <option value="saturday">Saturday</option>
        </Select>
      </Field>
    </>
  );
}

const names = new Intl.DisplayNames("en", { type: "language", languageDisplay: "standard" });

const nameOf = (locale: string) => names.of(locale) ?? locale;
