import { Tab, TabList } from "@fluentui/react-components";
import { ErrorCircleFilled } from "@fluentui/react-icons/svg/error-circle";
import type { schema } from "../api";
import { shownFault } from "./check";
import type { RecordWork } from "./useRecord";

interface FormTabsProps {
  work: RecordWork;
  form: schema.Form;
  tab: string;
  setTab: (label: string) => void;
  /** The id of the panel that shows the chosen tab. */
  panelId: string;
}

/** The tabs of a form; one that holds a fault says so. */
export function FormTabs({ work, form, tab, setTab, panelId }: FormTabsProps) {
  const { table, draft } = work;
  const faults = new Set(
    table.fields.filter((field) => shownFault(draft, field)).map(({ key }) => key),
  );
  const hasFault = ({ sections }: schema.Tab) =>
    sections.some(({ fields }) => fields.some((key) => faults.has(key)));
  return (
    <TabList
      className="form-tabs"
      selectedValue={tab}
      onTabSelect={(_, { value }) => setTab(String(value))}
      aria-label={`Parts of the ${table.label}`}
    >
      {form.tabs.map((each, n) => (
        <Tab key={each.label} value={each.label} id={`${panelId}-${n}`} aria-controls={panelId}>
          <span className="form-tab">
            {each.label}
            {hasFault(each) && (
              <ErrorCircleFilled className="form-tab-fault" aria-label="needs attention" />
            )}
          </span>
        </Tab>
      ))}
    </TabList>
  );
}
